using DataBureau.Domain.Policy;
using DataBureau.Web.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Policies;

/// <summary>The chosen document: what it is, since when, and what to mind when citing it.</summary>
public sealed partial class DocumentCard
{
    [Parameter, EditorRequired] public RegulationPack Pack { get; set; } = default!;

    private string Dates => Pack switch
    {
        { AdoptedOn: { } adopted, EffectiveFrom: { } effective } => $"{Day(adopted)} 通过，{Day(effective)} 施行",
        { AdoptedOn: { } adopted } => $"{Day(adopted)} 通过，施行日期未定",
        { EffectiveFrom: { } effective } => $"{Day(effective)} 施行",
        _ => "通过和施行日期空缺",
    };

    private static string Day(DateOnly date) => CellText.Of(date, ColumnKind.Date);
}
