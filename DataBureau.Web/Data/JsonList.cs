using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DataBureau.Web.Data;

/// <summary>Values that are only ever read and written as a whole, kept as JSON text.</summary>
internal static class JsonList
{
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
        where T : notnull
    {
        property.HasConversion(value => Write(value), text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web)!, new ValueComparer<T>((a, b) => Write(a!) == Write(b!), v => Write(v).GetHashCode(StringComparison.Ordinal), v => v));
        return property;
    }

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);
}
