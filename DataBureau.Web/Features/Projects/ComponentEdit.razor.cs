using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Projects;

/// <summary>One entry of the register: its owner writes it, the data authority takes it under management, everybody reads it.</summary>
public sealed partial class ComponentEdit
{
    private ComponentRow? _row;
    private ComponentRights _rights = ComponentRights.None;
    private IReadOnlyList<(Guid Id, string Name)> _others = [];
    private IReadOnlyList<(Guid Id, string Name)> _projects = [];
    private IReadOnlyList<RefusalDetail> _wrong = [];
    private Notice? _notice;
    private string? _name;
    private string? _kind = nameof(ComponentKind.Component);
    private string? _capabilities;
    private string? _description;
    private string? _replaces;
    private string? _project;
    private string? _why;
    private bool _canEdit;
    private bool _missing;
    private bool _busy;

    [Parameter] public Guid? Id { get; set; }

    [Inject] private ComponentService Components { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "name")]
    private string? AskedName { get; set; }

    [SupplyParameterFromQuery(Name = "project")]
    private string? AskedProject { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (_row is not null && _row.Id == Id)
            return;
        (_row, _rights, _others, _projects) = await Components.FindAsync(Id, default);
        _missing = Id is null ? !_rights.CanRegister : _row is null;
        if (_missing)
            return;
        if (_row is { } row)
            Take(row);
        else
            (_canEdit, _name, _project) = (true, AskedName, AskedProject);
        _notice = _row is not null && Navigation.HistoryEntryState is { } sentence ? Notice.Done(sentence) : null;
    }

    private string? MessageOn(string field) => _wrong.FirstOrDefault(d => d.Field == field)?.Sentence;

    private void Take(ComponentRow row) =>
        (_row, _canEdit, _name, _kind, _capabilities, _description, _replaces, _project) =
        (row, _rights.MayEdit(row), row.Name, row.Kind.ToString(), string.Join('、', row.Capabilities), row.Description, row.ReplacesId?.ToString(), row.ProjectId?.ToString());

    private Task SaveAsync()
    {
        var content = new ComponentContent
        {
            Name = _name?.Trim() ?? string.Empty,
            Kind = Enum.TryParse<ComponentKind>(_kind, out var kind) ? kind : ComponentKind.Component,
            Capabilities = ComponentRules.Split(_capabilities),
            Description = string.IsNullOrWhiteSpace(_description) ? null : _description.Trim(),
            ReplacesId = Guid.TryParse(_replaces, out var replaces) ? replaces : null,
            ProjectId = Guid.TryParse(_project, out var project) ? project : null,
        };
        return ActAsync(() => _row is { } row ? Components.SaveAsync(row.Id, row.Version, content) : Components.RegisterAsync(content));
    }

    private Task BecomeAsync(ComponentStatus status) => ActAsync(() => Components.BecomeAsync(_row!.Id, _row.Version, status, _why));

    private async Task ActAsync(Func<Task<Outcome<ComponentRow>>> act)
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            var outcome = await act();
            (_notice, _wrong) = (Notice.Of(outcome), []);
            switch (outcome)
            {
                case Outcome<ComponentRow>.Done done:
                    Take(done.View);
                    _why = null;
                    // The new address makes a new page; the sentence travels with it.
                    if (Id is null)
                        Navigation.NavigateTo($"/projects/components/{done.View.Id}", new NavigationOptions { ReplaceHistoryEntry = true, HistoryEntryState = done.Sentence });
                    break;
                case Outcome<ComponentRow>.Refused refused:
                    _wrong = refused.Refusal.Details.IsDefault ? [] : refused.Refusal.Details;
                    break;
                case Outcome<ComponentRow>.Conflict conflict:
                    _row = conflict.View;
                    break;
            }
        }
        finally
        {
            _busy = false;
        }
    }
}
