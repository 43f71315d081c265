using DataBureau.Domain.Projects;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Files;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Projects;

/// <summary>An annual construction plan as a case, with its project list.</summary>
public sealed partial class AnnualPlanDetail
{
    private static readonly List<MaterialSlot> Slots = [new("draft", "计划文本", false), new("report", "报批文件", false), new("approval", "批准文件", false)];

    private const string ActsKey = "acts";

    /// <summary>The list with what may be done to each row; the export has no such column.</summary>
    /// <summary>Which way they were applied for and who decides is the same for all projects of one plan.</summary>
    private static readonly IReadOnlyList<ListColumn<ProjectRow>> OfOnePlan = [.. ProjectColumns.All.Where(c => c.Key is not ("track" or "authority"))];

    private static readonly IReadOnlyList<ListColumn<ProjectRow>> WithActs = [.. OfOnePlan, new(ActsKey, "操作", _ => null) { Width = 96 }];

    private AnnualPlanView? _view;
    private Page<ProjectRow>? _projects;
    private ListQuery _query = new();
    private Notice? _notice;
    private ConfirmDialog? _confirming;
    private ProjectRow? _striking;
    private string? _why;
    private string? _comment;
    private string? _tab = "projects";
    private bool _missing;
    private bool _busy;

    [Parameter] public Guid Id { get; set; }

    [Inject] private AnnualPlanService Plans { get; set; } = default!;

    [Inject] private AnnualPlanListService Listed { get; set; } = default!;

    [Inject] private ProjectService Projects { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "saved")]
    private string? Saved { get; set; }

    protected override bool Concerns(CaseChanged change) => change.CaseId == Id || change.Kind == Project.CaseKind;

    protected override bool MayReload() => !_busy && string.IsNullOrEmpty(_comment) && string.IsNullOrEmpty(_why);

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        if (Saved is not null && _view is not null)
            _notice = Notice.Done(Saved == "new" ? $"已新建「{_view.Content.Title}」，保存为草稿。请导入项目清单，再点「提交」。" : "已保存。");
    }

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        _view = await Plans.FindAsync(Id, cancellationToken);
        _missing = _view is null;
        if (!_missing)
            _projects = await Projects.ListAsync(ProjectFilter.Read(_query) with { PlanId = Id }, cancellationToken);
    }

    private Task GoAsync(ListQuery query)
    {
        _query = query;
        return LoadAsync();
    }

    private void BeginStrike(ProjectRow row) => (_striking, _why) = (row, null);

    private async Task StrikeAsync()
    {
        if (_striking is not { } row || !await SendAsync(view => Listed.StrikeAsync(Id, view.Version, row.Id, _why)))
            return;
        (_striking, _why) = (null, null);
        await LoadAsync();
    }

    private async Task ActAsync(AnnualPlanAction action)
    {
        if (_busy || (action == AnnualPlanAction.Discard && !string.IsNullOrWhiteSpace(_comment) && !await _confirming!.AskAsync()))
            return;
        if (await SendAsync(view => Plans.ActAsync(Id, view.Version, action, _comment)))
            _comment = null;
    }

    /// <returns>True when it was done; what was typed stays until it is.</returns>
    private async Task<bool> SendAsync(Func<AnnualPlanView, Task<Outcome<AnnualPlanView>>> act)
    {
        if (_busy || _view is not { } view)
            return false;
        _busy = true;
        try
        {
            var outcome = await act(view);
            _notice = Notice.Of(outcome);
            switch (outcome)
            {
                case Outcome<AnnualPlanView>.Done done:
                    _view = done.View;
                    return true;
                case Outcome<AnnualPlanView>.Conflict conflict:
                    _view = conflict.View;
                    break;
                case Outcome<AnnualPlanView>.Refused { View: { } same }:
                    _view = same;
                    break;
                case Outcome<AnnualPlanView>.NotFound:
                    _missing = true;
                    break;
            }

            return false;
        }
        finally
        {
            _busy = false;
            RequestReload();
        }
    }
}
