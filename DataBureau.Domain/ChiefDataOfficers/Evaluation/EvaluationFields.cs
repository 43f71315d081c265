using System.Globalization;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.ChiefDataOfficers.Evaluation;

/// <summary>What is said with the acts of an evaluation, kept in the history as remarks on these fields.</summary>
public static class EvaluationFields
{
    public const string Grade = "Grade";
    public const string GradeReason = "GradeReason";
    public const string ThirdParty = "ThirdParty";
    public const string DocumentNumber = "DocumentNumber";
    public const string DocumentDate = "DocumentDate";
    public const string PersonnelOffice = "PersonnelOffice";

    public static readonly IReadOnlyList<(string Key, string Name)> Names =
        [(Grade, "等次"), (GradeReason, "调整理由"), (ThirdParty, "第三方"), (DocumentNumber, "文号"), (DocumentDate, "日期"), (PersonnelOffice, "组织人事部门")];

    public static string? NameOf(string key) => Names.FirstOrDefault(n => n.Key == key).Name;

    public static string? Text(IReadOnlyList<FieldRemark>? remarks, string field) =>
        remarks?.FirstOrDefault(r => r.Field == field)?.Text is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    public static DateOnly? Date(IReadOnlyList<FieldRemark>? remarks, string field) =>
        DateOnly.TryParseExact(Text(remarks, field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public static EvaluationGrade? GradeOf(IReadOnlyList<FieldRemark>? remarks) => Enum.TryParse<EvaluationGrade>(Text(remarks, Grade), out var grade) && Enum.IsDefined(grade) ? grade : null;
}
