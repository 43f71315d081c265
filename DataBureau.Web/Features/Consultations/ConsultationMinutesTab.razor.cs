using DataBureau.Domain.Consultations;
using DataBureau.Web.Forms;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Consultations;

/// <summary>Meeting, conclusion and minutes, each where its state leaves it open, and the countersignatures.</summary>
public sealed partial class ConsultationMinutesTab : IAsyncDisposable
{
    private ConsultationForm? _form;
    private Autosave<ConsultationForm>? _autosave;
    private IReadOnlyList<(Guid Id, string Name)> _offices = [];
    private ConsultationParts? _parts;
    private ConsultationParts? _shown;
    private string? _note;

    [Parameter, EditorRequired] public ConsultationView View { get; set; } = default!;

    [Parameter, EditorRequired] public ConvenorAct Do { get; set; } = default!;

    [Parameter] public bool Busy { get; set; }

    [Inject] private EscalationOffices Offices { get; set; } = default!;

    [Inject] private EditBuffers Buffers { get; set; } = default!;

    private bool MayMark => View is { Convenes: true, State: ConsultationState.Minutes };

    public ValueTask DisposeAsync() => _autosave?.DisposeAsync() ?? ValueTask.CompletedTask;

    protected override async Task OnParametersSetAsync()
    {
        // Other parts open in another state; within one, what is typed stands.
        if (!View.Convenes || _parts == View.Editable)
            return;
        var parts = View.Editable;
        _parts = parts;
        var form = ConsultationForm.Of(View.Content);
        form.Conclusion ??= View.Found.ToString();
        if (_autosave is not null)
            await _autosave.DisposeAsync();
        var autosave = new Autosave<ConsultationForm>(Buffers, $"consultation/{View.Id}/{(int)parts}", () => (_form!, View.Version), () => _ = InvokeAsync(StateHasChanged));
        if (_offices.Count == 0)
            _offices = await Offices.ForAsync(View.RegionCode, default);
        var typed = await autosave.RestoreAsync();
        // Not shown before: what is typed into the parts of a form that is then replaced would be lost.
        (_form, _autosave, _shown) = (typed is { } kept ? kept.Form : form, autosave, parts);
    }

    private Task TouchAsync(Action set)
    {
        set();
        return _autosave!.TouchAsync();
    }

    private async Task SaveAsync()
    {
        var content = _form!.Read();
        if (await Do((c, v) => c.SaveAsync(v.Id, v.Version, content)))
            await _autosave!.ForgetAsync();
    }

    private async Task MarkAsync(Guid unitId)
    {
        if (await Do((c, v) => c.MarkUnsignedAsync(v.Id, v.Version, unitId, _note)))
            _note = null;
    }
}
