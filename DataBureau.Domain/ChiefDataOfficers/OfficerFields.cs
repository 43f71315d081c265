namespace DataBureau.Domain.ChiefDataOfficers;

/// <summary>The words for the fields and materials of an appointment.</summary>
public static class OfficerFields
{
    /// <summary>The appointment document: what has to be attached before filing.</summary>
    public const string DocumentSlot = "appointment";

    /// <summary>The last day in office, given with a removal.</summary>
    public const string EndedOn = "EndedOn";

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
    ];

    /// <summary>What a notice of supplement can name: what can still be mended, and the document.</summary>
    public static IReadOnlyList<(string Key, string Name)> Askable { get; } = [.. Names.Where(n => n.Key is not (EndedOn or nameof(OfficerContent.EffectiveFrom)))];

    public static string? NameOf(string key) => Names.FirstOrDefault(n => n.Key == key).Name;
}
