namespace DataBureau.Domain.Catalogue;

/// <summary>One format of a resource: the guide's category and, where it is told, the type within it ("电子表格" / "xlsx").</summary>
public sealed record FormatPart(FormatCategory Category, string? Type);

/// <summary>
/// 信息资源格式. The guide asks for one category and type; open-data listings name several, so several are kept, the
/// first being the one that counts where only one can be shown.
/// </summary>
public sealed record ResourceFormat(IReadOnlyList<FormatPart> Parts)
{
    public FormatCategory Primary => Parts[0].Category;

    /// <summary>The text kept in the database and shown to people: "电子表格:xls、电子表格:csv、服务接口".</summary>
    public override string ToString() => string.Join('、', Parts.Select(p => p.Type is null ? p.Category.ChineseName() : $"{p.Category.ChineseName()}:{p.Type}"));

    public bool Equals(ResourceFormat? other) => other is not null && Parts.SequenceEqual(other.Parts);

    public override int GetHashCode() => Parts.Aggregate(17, HashCode.Combine);
}
