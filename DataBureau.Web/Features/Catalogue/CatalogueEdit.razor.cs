using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Policy;
using DataBureau.Web.Features.Filings;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>Drafting and mending an entry. What is typed is kept on the server as it is typed.</summary>
public sealed partial class CatalogueEdit
{
    private JurisdictionPolicy? _policy;
    private string? _name;

    /// <summary>The name that a new entry is begun with, for those who come to make a certain one.</summary>
    [SupplyParameterFromQuery(Name = "name")]
    private string? Named { get; set; }

    [Inject] private CatalogueService Catalogue { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    [Inject] private PolicyLibrary Policies { get; set; } = default!;

    protected override string Subject => CatalogueEntry.Kind;

    protected override string Href => "/catalogue";

    protected override async Task<CatalogueDetailView?> FindAsync(Guid id)
    {
        var view = await Catalogue.FindAsync(id, default);
        _policy = view?.Policy;
        return view is { CanEdit: true } ? view : null;
    }

    protected override async Task<bool> MayBeginAsync()
    {
        _policy = Policies.For((await Current.GetAsync())?.Grants.FirstOrDefault(g => g.Permission == CataloguePermissions.Compile)?.RegionCode ?? Domain.Organisations.RegionCodes.Nation);
        _name = string.IsNullOrWhiteSpace(Named) ? null : Named.Trim() is { Length: <= CatalogueContent.NameLimit } name ? name : Named.Trim()[..CatalogueContent.NameLimit];
        return true;
    }

    /// <summary>The name given is for the first form only: not for one brought back, and not for the empty one after it was given up.</summary>
    protected override Task BeginAsync()
    {
        if (_name is not null && RestoredAt is null)
            Form[nameof(CatalogueContent.Name)] = _name;
        _name = null;
        return Task.CompletedTask;
    }

    protected override int VersionOf(CatalogueDetailView view) => view.Version;

    protected override Guid IdOf(CatalogueDetailView view) => view.Id;

    protected override string? TitleOf(string key) => CatalogueFields.Find(key)?.Title;

    protected override string? Asked(string key) => View?.OpenRemarks.FirstOrDefault(r => r.Field == key)?.Text;

    protected override CatalogueForm FormOf(CatalogueDetailView? view) => view is null ? new CatalogueForm() : CatalogueForm.Of(view.Content);

    protected override CatalogueContent Read(CatalogueForm form, IDictionary<string, string> messages) => form.Read(_policy!, messages);

    protected override Task<Outcome<CatalogueDetailView>> SendAsync(int version, CatalogueContent content) => Id is { } id ? Catalogue.SaveAsync(id, version, content) : Catalogue.CreateAsync(content);

    protected override IReadOnlyList<CaseDifference> Differences(CatalogueDetailView theirs, CatalogueContent mine) =>
        [.. CatalogueFields.Differences(theirs.Content, mine).Select(f => new CaseDifference(f.Title, f.Text(theirs.Content, theirs.Policy), f.Text(mine, theirs.Policy)))];

    private Task TogglePreparationAsync(OpeningPreparation preparation, bool on)
    {
        Form.Preparations = on ? Form.Preparations | preparation : Form.Preparations & ~preparation;
        return TouchAsync();
    }
}
