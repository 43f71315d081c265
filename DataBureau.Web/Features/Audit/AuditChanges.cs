using System.Text.Json;

namespace DataBureau.Web.Features.Audit;

/// <summary>One field of what an act changed; empty where that side says nothing.</summary>
public sealed record AuditChange(string Field, string Before, string After)
{
    public bool Differs => Before != After;
}

/// <summary>What stood before an act and what after it, field by field and in Chinese.</summary>
public static class AuditChanges
{
    public static IReadOnlyList<AuditChange> Of(string? kind, string? before, string? after)
    {
        var (old, next) = (Fields(kind, before), Fields(kind, after));
        return [.. old.Keys.Union(next.Keys).Select(f => new AuditChange(f, old.GetValueOrDefault(f, ""), next.GetValueOrDefault(f, ""))).Where(c => c.Before.Length + c.After.Length > 0)];
    }

    private static OrderedDictionary<string, string> Fields(string? kind, string? json)
    {
        var fields = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        if (json is null)
            return fields;
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
            return new(StringComparer.Ordinal) { ["内容"] = AuditValues.Text(kind, "", document.RootElement) };
        foreach (var property in document.RootElement.EnumerateObject())
            fields[AuditFields.Title(kind, property.Name, top: true)] = AuditValues.Text(kind, property.Name, property.Value);
        return fields;
    }
}
