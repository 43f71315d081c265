using DataBureau.Domain.Consultations;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Consultations;

/// <summary>What a consultation is about, before it is sent. What is typed is kept on the server as it is typed.</summary>
public sealed partial class ConsultationEdit : IAsyncDisposable
{
    private ConsultationForm? _form;
    private ConsultationView? _view;
    private ConsultationStart? _start;
    private Autosave<ConsultationForm>? _autosave;
    private Notice? _notice;
    private IReadOnlyList<RefusalDetail> _wrong = [];
    private string? _notFound;
    private int _version;
    private bool _busy;

    [Parameter] public Guid? Id { get; set; }

    [SupplyParameterFromQuery(Name = "kind")]
    private string? SubjectKind { get; set; }

    [SupplyParameterFromQuery(Name = "id")]
    private Guid? SubjectId { get; set; }

    [Inject] private ConsultationService Consultations { get; set; } = default!;

    [Inject] private ConsultationConvening Convening { get; set; } = default!;

    [Inject] private EditBuffers Buffers { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private string DaysHint => _start?.SettingDays is { } days ? $"不填则按局内时限 {days} 个工作日；不是法规规定的期限" : "1 到 60；局内时限，不是法规规定的期限";

    public ValueTask DisposeAsync() => _autosave?.DisposeAsync() ?? ValueTask.CompletedTask;

    protected override async Task OnInitializedAsync()
    {
        if (Id is { } id)
        {
            _view = await Consultations.FindAsync(id, default);
            if (_view is null || !_view.Editable.HasFlag(ConsultationParts.Matter))
            {
                _notFound = "它可能不存在、不由本单位组织，或已经发出。";
                return;
            }
        }
        else
        {
            var outcome = await Consultations.StartAsync(SubjectKind, SubjectId, default);
            _start = (outcome as Outcome<ConsultationStart>.Done)?.View;
            if (_start is null)
            {
                _notFound = Notice.Of(outcome).Title;
                return;
            }
        }

        var form = _view is null ? new ConsultationForm { Title = _start!.Subject is { } subject ? $"关于{subject.Title}的会商" : null, Trigger = _start.Trigger?.ToString() } : ConsultationForm.Of(_view.Content);
        _version = _view?.Version ?? 0;
        _autosave = new Autosave<ConsultationForm>(Buffers, Id is null ? $"consultation/new/{SubjectId}" : $"consultation/{Id}", () => (_form!, _version), () => _ = InvokeAsync(StateHasChanged));
        if (await _autosave.RestoreAsync() is { } typed)
            (form, _version) = typed;
        _form = form;
    }

    private string? Wrong(string field) => _wrong.FirstOrDefault(w => w.Field == field)?.Sentence;

    private Task TouchAsync(Action set)
    {
        set();
        return _autosave!.TouchAsync();
    }

    private async Task DiscardAsync()
    {
        await _autosave!.ForgetAsync();
        (_form, _version, _notice) = (_view is null ? new ConsultationForm() : ConsultationForm.Of(_view.Content), _view?.Version ?? 0, null);
    }

    private async Task SaveAsync()
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            var content = _form!.Read();
            var trigger = Enum.TryParse<ConsultationTrigger>(_form.Trigger, out var t) && Enum.IsDefined(t) ? t : (ConsultationTrigger?)null;
            var outcome = Id is { } id ? await Convening.SaveAsync(id, _version, content) : await Consultations.CreateAsync(trigger, SubjectKind, SubjectId, content);
            _notice = Notice.Of(outcome);
            _wrong = outcome is Outcome<ConsultationView>.Refused { Refusal.Details: { IsDefault: false } details } ? details : [];
            if (outcome is Outcome<ConsultationView>.Done done)
            {
                await _autosave!.CloseAsync();
                Navigation.NavigateTo($"/consultations/{done.View.Id}");
            }
            else if (outcome is Outcome<ConsultationView>.Conflict conflict)
                (_view, _version) = (conflict.View, conflict.View.Version);
        }
        finally
        {
            _busy = false;
        }
    }
}
