using System.Collections.Concurrent;
using System.Reflection;

namespace DataBureau.Domain;

/// <summary>The one place where an enum member carries the word that people see.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ChineseNameAttribute(string name) : Attribute
{
    public string Name => name;
}

public static class ChineseNames
{
    private static readonly ConcurrentDictionary<Enum, string> Names = new();

    /// <summary>The Chinese name of an enum member.</summary>
    /// <exception cref="InvalidOperationException">The member carries no name: a raw identifier must never reach a page.</exception>
    public static string ChineseName(this Enum value) => Names.GetOrAdd(value, static v =>
        v.GetType().GetField(v.ToString())?.GetCustomAttribute<ChineseNameAttribute>()?.Name
        ?? throw new InvalidOperationException($"{v.GetType().Name}.{v} has no Chinese name."));
}
