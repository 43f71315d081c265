using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Organisations;

/// <summary>What may be registered as an organisation, and its acts. Uniqueness needs the register and is asked by the caller.</summary>
public static partial class OrganisationRules
{
    public const int CodeLimit = 30;
    public const int ReasonLimit = 500;

    /// <summary>In GB/T 2260, but without any body of ours: 金门县.</summary>
    public static readonly ImmutableArray<string> RegionsWithoutBureau = ["350527"];

    /// <summary>What stands in the way of registering this, everything at once. The content is tidy.</summary>
    /// <param name="region">The region of the content's code, or null when there is none.</param>
    /// <param name="kept">The code that the organisation has already: it stays without being asked about again.</param>
    public static IReadOnlyList<Refusal> Check(OrganisationContent content, Region? region, string? kept = null)
    {
        Refusal?[] found = [CheckName(content.Name), CheckRegion(content.RegionCode, region), .. CheckCode(content, kept)];
        return [.. found.OfType<Refusal>()];
    }

    public static Organisation Create(Guid id, OrganisationContent content, string code)
    {
        var organisation = new Organisation { Id = id, Code = code, Name = content.Name, NameKey = NameKey.Of(content.Name), Kind = content.Kind, RegionCode = content.RegionCode };
        Fill(organisation, content, code);
        return organisation;
    }

    public static Refusal? Edit(Organisation organisation, OrganisationContent content, string code)
    {
        if (organisation.AbolishedAt is not null)
            return OrganisationRefusals.Abolished(organisation.Name);
        Fill(organisation, content, code);
        organisation.Version++;
        return null;
    }

    public static Refusal? Abolish(Organisation organisation, string? comment, DateTimeOffset now)
    {
        if (organisation.AbolishedAt is not null)
            return OrganisationRefusals.Abolished(organisation.Name);
        if (CheckComment(comment, required: true) is { } refusal)
            return refusal;
        organisation.AbolishedAt = now;
        organisation.Version++;
        return null;
    }

    public static Refusal? Restore(Organisation organisation, string? comment)
    {
        if (organisation.AbolishedAt is null)
            return OrganisationRefusals.NotAbolished(organisation.Name);
        if (CheckComment(comment, required: false) is { } refusal)
            return refusal;
        organisation.AbolishedAt = null;
        organisation.Version++;
        return null;
    }

    private static Refusal? CheckComment(string? comment, bool required) =>
        required && string.IsNullOrWhiteSpace(comment) ? WorkflowRefusals.CommentRequired("撤销单位")
        : comment?.Length > HistoryEntry.CommentLimit ? WorkflowRefusals.CommentTooLong(HistoryEntry.CommentLimit)
        : null;

    private static Refusal? CheckName(string name) =>
        name.Length == 0 ? OrganisationRefusals.NameRequired() : name.Length > Organisation.NameLimit ? OrganisationRefusals.NameTooLong() : null;

    private static Refusal? CheckRegion(string code, Region? region) =>
        code.Length == 0 ? OrganisationRefusals.RegionRequired()
        : region is null ? OrganisationRefusals.RegionUnknown(code)
        : RegionsWithoutBureau.Contains(code) ? OrganisationRefusals.RegionWithoutBureau(region.Name)
        : null;

    private static IEnumerable<Refusal> CheckCode(OrganisationContent content, string? kept)
    {
        if (content.CodeOverrideReason is { Length: > ReasonLimit })
            yield return OrganisationRefusals.ReasonTooLong();
        if (content.Code is not { } code)
            yield break;
        if (code.Length > CodeLimit)
            yield return OrganisationRefusals.CodeTooLong();
        else if (Provisional().IsMatch(code))
        {
            if (code != kept)
                yield return OrganisationRefusals.CodeReserved(code);
        }
        else if (UnifiedSocialCreditCode.Check(code) is { } finding && content.CodeOverrideReason is null)
            yield return OrganisationRefusals.CodeFinding(code, finding);
    }

    private static void Fill(Organisation organisation, OrganisationContent content, string code)
    {
        organisation.Code = code;
        organisation.Name = content.Name;
        organisation.NameKey = NameKey.Of(content.Name);
        organisation.Kind = content.Kind;
        organisation.RegionCode = content.RegionCode;
        organisation.Responsibilities = content.Responsibilities;
        organisation.HasItOffice = content.HasItOffice;
        organisation.CodeOverrideReason = Provisional().IsMatch(code) ? null : content.CodeOverrideReason;
    }

    // The S keeps it apart: no 统一社会信用代码 contains one.
    [GeneratedRegex("^[0-9]{6}LS", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Provisional();
}
