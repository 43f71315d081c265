namespace DataBureau.Domain.Catalogue;

/// <summary>信息项: one field of the resource.</summary>
/// <param name="Name">信息项名称.</param>
/// <param name="DataType">One of the guide's types, when told.</param>
/// <param name="Length">Length in characters or digits, when told.</param>
public sealed record DataItem(string Name, ItemDataType? DataType = null, int? Length = null)
{
    public override string ToString() => DataType is null && Length is null ? Name : $"{Name}（{DataType?.ChineseName()}{(Length is { } l ? $" {l}" : string.Empty)}）";
}
