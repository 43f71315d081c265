namespace DataBureau.Domain.Organisations;

/// <summary>Responsibilities in words: a body may have several.</summary>
public static class ResponsibilityNames
{
    /// <summary>Each one that can be given.</summary>
    public static IReadOnlyList<Responsibilities> All { get; } = [.. Enum.GetValues<Responsibilities>().Where(r => r != Responsibilities.None)];

    /// <summary>「数据主管部门、领导小组办公室」; empty when there is none.</summary>
    public static string Text(this Responsibilities responsibilities) => string.Join('、', All.Where(r => responsibilities.HasFlag(r)).Select(r => r.ChineseName()));
}
