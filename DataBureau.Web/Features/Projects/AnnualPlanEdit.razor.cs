using System.Globalization;
using DataBureau.Domain.Projects;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Projects;

/// <summary>An annual plan as it is being typed.</summary>
public sealed class AnnualPlanForm
{
    public string? Title { get; set; }

    public string? Year { get; set; }

    public string? Summary { get; set; }

    public string? ContactName { get; set; }

    public string? ContactPhone { get; set; }

    public string? ApprovalNumber { get; set; }

    public DateOnly? ApprovalDate { get; set; }

    public static AnnualPlanForm Of(AnnualPlanContent content) => new()
    {
        Title = content.Title,
        Year = content.Year?.ToString(CultureInfo.InvariantCulture),
        Summary = content.Summary,
        ContactName = content.ContactName,
        ContactPhone = content.ContactPhone,
        ApprovalNumber = content.ApprovalNumber,
        ApprovalDate = content.ApprovalDate,
    };

    /// <summary>A year that cannot be read is none; the plan's own rule says so.</summary>
    public AnnualPlanContent Read() => new()
    {
        Title = Title?.Trim() ?? string.Empty,
        Year = int.TryParse(Year?.Trim().TrimEnd('年', '度'), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null,
        Summary = Clean(Summary),
        ContactName = Clean(ContactName),
        ContactPhone = Clean(ContactPhone),
        ApprovalNumber = Clean(ApprovalNumber),
        ApprovalDate = ApprovalDate,
    };

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Drafting an annual plan, and entering its approval.</summary>
public sealed partial class AnnualPlanEdit : IAsyncDisposable
{
    private AnnualPlanForm _form = new();
    private AnnualPlanView? _view;
    private Notice? _notice;
    private IReadOnlyList<DataBureau.Domain.Workflow.RefusalDetail> _wrong = [];
    private Autosave<AnnualPlanForm>? _autosave;
    private int _version;
    private bool _missing;
    private bool _busy;

    [Parameter] public Guid? Id { get; set; }

    [Inject] private AnnualPlanService Plans { get; set; } = default!;

    [Inject] private EditBuffers Buffers { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    public ValueTask DisposeAsync() => _autosave?.DisposeAsync() ?? ValueTask.CompletedTask;

    protected override async Task OnInitializedAsync()
    {
        if (Id is { } id)
        {
            _view = await Plans.FindAsync(id, default);
            if (_view is not { CanEdit: true } view)
            {
                _missing = true;
                return;
            }

            (_form, _version) = (AnnualPlanForm.Of(view.Content), view.Version);
        }

        var autosave = new Autosave<AnnualPlanForm>(Buffers, Id is null ? "annual-plan/new" : $"annual-plan/{Id}", () => (_form, _version), StateHasChanged);
        if (await autosave.RestoreAsync() is { } typed)
            (_form, _version) = typed;
        // The page is shown from here on: what is typed before would be lost to what is brought back.
        _autosave = autosave;
    }

    private string? MessageOn(string field) => _wrong.FirstOrDefault(d => d.Field == field)?.Sentence;

    private Task TypedAsync(Action change)
    {
        change();
        return _autosave!.TouchAsync();
    }

    private async Task DiscardBufferAsync()
    {
        await _autosave!.ForgetAsync();
        (_form, _version) = _view is { } view ? (AnnualPlanForm.Of(view.Content), view.Version) : (new AnnualPlanForm(), 0);
    }

    private async Task SaveAsync()
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            var outcome = Id is { } id ? await Plans.SaveAsync(id, _version, _form.Read()) : await Plans.CreateAsync(_form.Read());
            (_notice, _wrong) = (Notice.Of(outcome), []);
            switch (outcome)
            {
                case Outcome<AnnualPlanView>.Done done:
                    await _autosave!.CloseAsync();
                    Navigation.NavigateTo($"/projects/plans/{done.View.Id}?saved={(Id is null ? "new" : "1")}");
                    break;
                case Outcome<AnnualPlanView>.Refused refused:
                    _wrong = refused.Refusal.Details.IsDefault ? [] : refused.Refusal.Details;
                    break;
                case Outcome<AnnualPlanView>.Conflict conflict:
                    (_view, _version) = (conflict.View, conflict.View.Version);
                    break;
            }
        }
        finally
        {
            _busy = false;
        }
    }
}
