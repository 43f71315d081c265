using DataBureau.Domain.Filings;

namespace DataBureau.Domain.ChiefDataOfficers;

/// <summary>The words for the fields and materials of an appointment.</summary>
public static class OfficerFields
{
    /// <summary>The appointment document: what has to be attached before filing.</summary>
    public const string DocumentSlot = "appointment";

    /// <summary>The last day in office, given with a removal.</summary>
    public const string EndedOn = "EndedOn";

    /// <summary>Number and date of the document that removes, given with a removal.</summary>
    public const string RemovalNumber = "RemovalNumber";
    public const string RemovalDate = "RemovalDate";

    private static readonly (string Key, string Name)[] Names =
    [
        (nameof(OfficerContent.PersonName), "姓名"),
        (nameof(OfficerContent.Office), "职务"),
        (nameof(OfficerContent.Rank), "任职级别"),
        (nameof(OfficerContent.Phone), "联系电话"),
        (nameof(OfficerContent.Acting), "是否代理"),
        (nameof(OfficerContent.OtherPosts), "兼任情况"),
        (nameof(OfficerContent.DocumentNumber), "任命文号"),
        (nameof(OfficerContent.DocumentDate), "发文日期"),
        (nameof(OfficerContent.EffectiveFrom), "任职日期"),
        (nameof(OfficerContent.TermEndsOn), "任期截止"),
        (DocumentSlot, "任命文件"),
        (EndedOn, "卸任日期"),
        (RemovalNumber, "免职文号"),
        (RemovalDate, "免职发文日期"),
    ];

    /// <summary>What a notice of supplement can name: what can still be mended, and the document.</summary>
    public static IReadOnlyList<(string Key, string Name)> Askable { get; } = [.. Names.Where(n => n.Key is not (EndedOn or RemovalNumber or RemovalDate or nameof(OfficerContent.EffectiveFrom)))];

    /// <summary>What a field says, empty where nothing; null for what is no field.</summary>
    public static string? TextOf(string key, OfficerContent content) => key switch
    {
        nameof(OfficerContent.PersonName) => content.PersonName,
        nameof(OfficerContent.Office) => content.Office ?? string.Empty,
        nameof(OfficerContent.Rank) => content.Rank?.ChineseName() ?? string.Empty,
        nameof(OfficerContent.Phone) => content.Phone ?? string.Empty,
        nameof(OfficerContent.Acting) => content.Acting ? "是" : "否",
        nameof(OfficerContent.OtherPosts) => content.OtherPosts ?? string.Empty,
        nameof(OfficerContent.DocumentNumber) => content.DocumentNumber ?? string.Empty,
        nameof(OfficerContent.DocumentDate) => CaseText.Day(content.DocumentDate) ?? string.Empty,
        nameof(OfficerContent.TermEndsOn) => CaseText.Day(content.TermEndsOn) ?? string.Empty,
        _ => null,
    };

    public static string? NameOf(string key) => Names.FirstOrDefault(n => n.Key == key).Name;
}
