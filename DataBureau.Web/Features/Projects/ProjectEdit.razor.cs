using DataBureau.Domain;
using DataBureau.Domain.Projects;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Projects;

/// <summary>Drafting and mending a project. What is typed is kept on the server as it is typed.</summary>
public sealed partial class ProjectEdit : IAsyncDisposable
{
    private static readonly IReadOnlyList<(string, string)> Deployments = [.. Enum.GetValues<Deployment>().Select(d => (d.ToString(), d.ChineseName()))];

    private readonly Dictionary<string, string> _messages = new(StringComparer.Ordinal);
    private ProjectForm _form = new();
    private ProjectEditing? _editing;
    private ProjectDetailView? _view;
    private ProjectFormOptions? _options;
    private Notice? _notice;
    private List<(string Title, string? Theirs, string? Mine)> _theirs = [];
    private Autosave<ProjectForm>? _autosave;
    private int _version;
    private bool _missing;
    private bool _busy;

    [Parameter] public Guid? Id { get; set; }

    [Inject] private ProjectService Projects { get; set; } = default!;

    [Inject] private EditBuffers Buffers { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private ProjectParts Parts => _view?.Editable ?? ProjectParts.Content | ProjectParts.Progress;

    public ValueTask DisposeAsync() => _autosave?.DisposeAsync() ?? ValueTask.CompletedTask;

    protected override async Task OnInitializedAsync()
    {
        if (Id is { } id)
        {
            _view = await Projects.FindAsync(id, default);
            _missing = _view is null or { Editable: ProjectParts.None };
        }

        if (_missing || await Projects.OptionsAsync(default) is not { } options)
        {
            _missing = true;
            return;
        }

        if (_view is { } view)
            (_form, _version) = (ProjectForm.Of(view.Content), view.Version);
        _autosave = new Autosave<ProjectForm>(Buffers, Id is null ? "project/new" : $"project/{Id}", () => (_form, _version), StateHasChanged);
        if (await _autosave.RestoreAsync() is { } typed)
            (_form, _version) = typed;
        _options = options;
        Begin();
    }

    private void Begin() => _editing = new ProjectEditing(_form, _messages, () => _autosave!.TouchAsync());

    private Task ChoosePlanAsync(string? id)
    {
        _form.PlanId = Guid.TryParse(id, out var plan) ? plan : null;
        return _autosave!.TouchAsync();
    }

    private Task OutsourceAsync(bool outsourced)
    {
        _form.Outsourced = outsourced;
        return _autosave!.TouchAsync();
    }

    private Task AnswerAsync(OutsourcingCheck check, string? text)
    {
        _form.Outsourcing[check] = text;
        return _autosave!.TouchAsync();
    }

    private async Task DiscardBufferAsync()
    {
        await _autosave!.ForgetAsync();
        _messages.Clear();
        _form = _view is { } view ? ProjectForm.Of(view.Content) : new ProjectForm();
        _version = _view?.Version ?? 0;
        Begin();
    }

    private async Task SaveAsync()
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            _messages.Clear();
            var content = _form.Read(_messages);
            if (_messages.Count > 0)
            {
                _notice = Notice.Failed("有内容不能识别，还没有保存。请按红字提示修改。");
                return;
            }

            await ShowAsync(Id is { } id ? await Projects.SaveAsync(id, _version, content) : await Projects.CreateAsync(content, _form.PlanId), content);
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task ShowAsync(Outcome<ProjectDetailView> outcome, ProjectContent mine)
    {
        _notice = Notice.Of(outcome);
        switch (outcome)
        {
            case Outcome<ProjectDetailView>.Done done:
                await _autosave!.CloseAsync();
                Navigation.NavigateTo($"/projects/{done.View.Id}?saved={(Id is null ? "new" : "1")}");
                break;
            case Outcome<ProjectDetailView>.Refused refused:
                foreach (var detail in refused.Refusal.Details.IsDefault ? [] : refused.Refusal.Details.Where(d => d.Field is not null))
                    _messages.TryAdd(detail.Field!, detail.Sentence);
                break;
            case Outcome<ProjectDetailView>.Conflict conflict:
                _theirs = [.. ProjectFields.Differences(conflict.View.Content, mine).Select(f => (f.Title, f.Text(conflict.View.Content), f.Text(mine)))];
                (_view, _version) = (conflict.View, conflict.View.Version);
                break;
        }
    }
}
