using DataBureau.Domain.Policy;
using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Features.Policies;

/// <summary>What there is to say about a document, in sentences.</summary>
internal static class DocumentWords
{
    /// <summary>"省级地方性法规，2021-12-15 通过，2022-02-01 施行".</summary>
    public static string Standing(this RegulationPack pack) => $"{pack.Kind}，" + pack switch
    {
        { AdoptedOn: { } adopted, EffectiveFrom: { } effective } => $"{Day(adopted)} 通过，{Day(effective)} 施行",
        { AdoptedOn: { } adopted } => $"{Day(adopted)} 通过，施行日期未定",
        { EffectiveFrom: { } effective } => $"{Day(effective)} 施行",
        _ => "通过和施行日期空缺",
    };

    /// <summary>Null for a document that nothing has replaced.</summary>
    public static string? ReplacedBy(this RegulationPack pack) => pack.SupersededBy is { } next
        ? $"已由《{next.Title}》（{next.Number}，{Day(next.IssuedOn)} 印发）取代，引用前须与正式文本核对。"
        : null;

    private static string Day(DateOnly date) => CellText.Of(date, ColumnKind.Date);
}
