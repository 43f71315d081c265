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
    private ConsultationParts _parts;
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
        if (!View.Convenes || (_form is not null && _parts == View.Editable))
            return;
        _parts = View.Editable;
        var form = ConsultationForm.Of(View.Content);
        form.Conclusion ??= View.Found.ToString();
        if (_autosave is not null)
            await _autosave.DisposeAsync();
        _autosave = new Autosave<ConsultationForm>(Buffers, $"consultation/{View.Id}/{(int)_parts}", () => (_form!, View.Version), () => _ = InvokeAsync(StateHasChanged));
        if (_offices.Count == 0)
            _offices = await Offices.ForAsync(View.RegionCode, default);
        _form = await _autosave.RestoreAsync() is { } typed ? typed.Form : form;
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
