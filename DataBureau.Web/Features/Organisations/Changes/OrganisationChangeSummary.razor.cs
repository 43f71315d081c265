using DataBureau.Domain.Organisations;
using DataBureau.Web.Components.Forms;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Organisations.Changes;

/// <summary>What a change would do, before it is done.</summary>
public sealed partial class OrganisationChangeSummary
{
    [Parameter, EditorRequired] public OrganisationChangePreview Preview { get; set; } = default!;

    /// <summary>The whole change in one sentence.</summary>
    public static string Sentence(OrganisationChangePreview preview)
    {
        var change = preview.Change;
        var names = preview.Bodies.ToDictionary(b => b.Id, b => b.Name);
        var from = string.Join('、', change.Sources.Select(id => $"「{names.GetValueOrDefault(id)}」"));
        return change.Kind switch
        {
            OrganisationChangeKind.Rename => $"{from}更名为「{change.NewName}」。",
            OrganisationChangeKind.Transfer => $"{from}的{change.Duties.Text()}职责划转「{preview.Successor}」，{preview.Moving} 件事项随之划入。",
            _ when preview.Successor is null => $"{from}撤销，没有承接单位；在其中的授权停止生效。",
            _ => $"{from}撤销，并入「{preview.Successor}」，{preview.Moving} 件在办和有效事项随之划入。",
        };
    }

    private static Tone ToneOf(MoveFate fate) => fate switch
    {
        MoveFate.Moves => Tone.Info,
        MoveFate.Ends => Tone.Attention,
        MoveFate.Stays => Tone.Neutral,
    };
}
