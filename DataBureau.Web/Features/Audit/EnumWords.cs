using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Files;

namespace DataBureau.Web.Features.Audit;

/// <summary>Members of enums, kept in audit rows by name or by number, in Chinese.</summary>
internal static class EnumWords
{
    private static readonly FrozenDictionary<string, Type> Fields = new Dictionary<string, Type>(StringComparer.OrdinalIgnoreCase)
    {
        ["sharing"] = typeof(SharingAttribute),
        ["conditionalSharing"] = typeof(ConditionalSharing),
        ["sharingMethod"] = typeof(SharingMethod),
        ["sharingBasisRank"] = typeof(LegalBasisRank),
        ["opening"] = typeof(OpeningType),
        ["preparations"] = typeof(OpeningPreparation),
        ["updateFrequency"] = typeof(UpdateFrequency),
        ["grade"] = typeof(SecurityGrade),
        ["ownership"] = typeof(DataOwnership),
        ["category"] = typeof(FormatCategory),
        ["dataType"] = typeof(ItemDataType),
        ["role"] = typeof(Role),
        ["roles"] = typeof(Role),
        ["scope"] = typeof(GrantScope),
        ["organisationKind"] = typeof(OrganisationKind),
        ["contentKind"] = typeof(ContentKind),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly ILookup<string, Type> Named = typeof(ChineseNames).Assembly.GetTypes().Where(t => t.IsEnum).ToLookup(t => t.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Kinds whose vocabulary is named otherwise.</summary>
    private static readonly FrozenDictionary<string, string> Prefixes = new Dictionary<string, string>(StringComparer.Ordinal) { [OfficerAppointment.CaseKind] = "Officer" }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<(string Kind, string Vocabulary, string Value), string?> Found = new();

    /// <summary>The member of a workflow's own vocabulary: ("plan", "State", "Filed") is looked for in PlanState, then in any …State.</summary>
    public static string? Find(string? kind, string vocabulary, string value) => Found.GetOrAdd((kind ?? "", vocabulary, value), static key =>
    {
        var own = Prefixes.GetValueOrDefault(key.Kind, key.Kind.Replace("-", "", StringComparison.Ordinal)) + key.Vocabulary;
        return Named[own].Concat(Named.Where(t => t.Key.EndsWith(key.Vocabulary, StringComparison.OrdinalIgnoreCase)).SelectMany(t => t))
            .Select(type => NameIn(type, key.Value)).FirstOrDefault(name => name is not null);
    });

    /// <summary>The value of a field whose vocabulary is known; null when it is not, or has no such member.</summary>
    public static string? OfField(string? kind, string field, string value) =>
        Fields.GetValueOrDefault(field) is { } type ? NameIn(type, value)
        : field.EndsWith("state", StringComparison.OrdinalIgnoreCase) ? Find(kind, "State", value)
        : null;

    private static string? NameIn(Type type, string value)
    {
        if (value.Length == 0 || !Enum.TryParse(type, value, out var parsed) || parsed is not Enum member)
            return null;
        if (Enum.IsDefined(type, member))
            return NameOf(member);
        if (!type.IsDefined(typeof(FlagsAttribute), inherit: false))
            return null;
        var parts = Enum.GetValues(type).Cast<Enum>().Where(m => Convert.ToInt64(m, CultureInfo.InvariantCulture) != 0 && member.HasFlag(m)).Select(NameOf).ToList();
        return parts.Count == 0 ? null : string.Join('、', parts);
    }

    private static string? NameOf(Enum member) =>
        member.GetType().GetField(member.ToString())?.IsDefined(typeof(ChineseNameAttribute), inherit: false) == true ? member.ChineseName() : null;
}
