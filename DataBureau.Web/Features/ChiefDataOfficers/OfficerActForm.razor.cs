using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>What 延任 and 免去 have to say besides a remark: dates and the document.</summary>
public sealed partial class OfficerActForm
{
    private DateOnly? _to;
    private DateOnly? _date;
    private DateOnly? _ended;
    private string? _number;

    [Parameter, EditorRequired] public OfficerAction Action { get; set; }

    [Parameter, EditorRequired] public OfficerDetailView View { get; set; } = default!;

    [Parameter] public bool Busy { get; set; }

    /// <summary>What the last attempt said about a field.</summary>
    [Parameter] public Func<string, string?> Message { get; set; } = _ => null;

    [Parameter] public EventCallback<IReadOnlyList<FieldRemark>> OnDo { get; set; }

    [Parameter] public EventCallback OnCancel { get; set; }

    private string? Number => string.IsNullOrWhiteSpace(_number) ? null : _number.Trim();

    private Task DoAsync() => OnDo.InvokeAsync(Action == OfficerAction.Extend ? new OfficerExtension(_to, Number, _date).ToRemarks() : new OfficerRemoval(_ended, Number, _date).ToRemarks());
}
