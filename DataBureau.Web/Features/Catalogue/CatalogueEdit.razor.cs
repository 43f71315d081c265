using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Policy;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Forms;
using DataBureau.Web.Identity;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>Drafting and mending an entry. What is typed is kept on the server as it is typed.</summary>
public sealed partial class CatalogueEdit : IAsyncDisposable
{
    private readonly Dictionary<string, string> _messages = new(StringComparer.Ordinal);
    private CatalogueForm _form = new();
    private CatalogueDetailView? _view;
    private JurisdictionPolicy? _policy;
    private Notice? _notice;
    private List<(string Title, string? Theirs, string? Mine)> _theirs = [];
    private Autosave<CatalogueForm>? _autosave;
    private int _version;
    private bool _missing;
    private bool _busy;

    [Parameter] public Guid? Id { get; set; }

    /// <summary>The name that a new entry is begun with, for those who come to make a certain one.</summary>
    [SupplyParameterFromQuery(Name = "name")]
    private string? Named { get; set; }

    [Inject] private CatalogueService Catalogue { get; set; } = default!;

    [Inject] private EditBuffers Buffers { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    [Inject] private PolicyLibrary Policies { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    public ValueTask DisposeAsync() => _autosave?.DisposeAsync() ?? ValueTask.CompletedTask;

    protected override async Task OnInitializedAsync()
    {
        if (Id is { } id)
        {
            _view = await Catalogue.FindAsync(id, default);
            if (_view is not { CanEdit: true })
            {
                _missing = true;
                return;
            }

            (_form, _version) = (CatalogueForm.Of(_view.Content), _view.Version);
        }

        _autosave = new Autosave<CatalogueForm>(Buffers, Id is null ? "catalogue/new" : $"catalogue/{Id}", () => (_form, _version), StateHasChanged);
        if (await _autosave.RestoreAsync() is { } typed)
            (_form, _version) = typed;
        else if (Id is null && !string.IsNullOrWhiteSpace(Named))
            _form[nameof(CatalogueContent.Name)] = Named.Trim() is { Length: <= CatalogueContent.NameLimit } name ? name : Named.Trim()[..CatalogueContent.NameLimit];
        _policy = _view?.Policy ?? Policies.For((await Current.GetAsync())?.Grants.FirstOrDefault(g => g.Permission == CataloguePermissions.Compile)?.RegionCode ?? Domain.Organisations.RegionCodes.Nation);
    }

    private string? RemarkOn(string key) => _view?.OpenRemarks.FirstOrDefault(r => r.Field == key)?.Text;

    private Task TogglePreparationAsync(OpeningPreparation preparation, bool on)
    {
        _form.Preparations = on ? _form.Preparations | preparation : _form.Preparations & ~preparation;
        return TouchAsync();
    }

    private Task TouchAsync() => _autosave!.TouchAsync();

    private async Task DiscardBufferAsync()
    {
        await _autosave!.ForgetAsync();
        _form = _view is null ? new CatalogueForm() : CatalogueForm.Of(_view.Content);
        _version = _view?.Version ?? 0;
    }

    private async Task SaveAsync()
    {
        if (_busy)
            return;
        _busy = true;
        try
        {
            _messages.Clear();
            var content = _form.Read(_policy!, _messages);
            if (_messages.Count > 0)
            {
                _notice = Notice.Failed("有内容不能识别，还没有保存。请按红字提示修改。");
                return;
            }

            var outcome = Id is { } id ? await Catalogue.SaveAsync(id, _version, content) : await Catalogue.CreateAsync(content);
            await ShowAsync(outcome, content);
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task ShowAsync(Outcome<CatalogueDetailView> outcome, CatalogueContent mine)
    {
        _notice = Notice.Of(outcome);
        switch (outcome)
        {
            case Outcome<CatalogueDetailView>.Done done:
                await _autosave!.CloseAsync();
                Navigation.NavigateTo($"/catalogue/{done.View.Id}?saved={(Id is null ? "new" : "1")}");
                break;
            case Outcome<CatalogueDetailView>.Refused refused:
                foreach (var detail in refused.Refusal.Details.Where(d => d.Field is not null))
                    _messages.TryAdd(detail.Field!, detail.Sentence);
                break;
            case Outcome<CatalogueDetailView>.Conflict conflict:
                _theirs = [.. CatalogueFields.Differences(conflict.View.Content, mine).Select(f => (f.Title, f.Text(conflict.View.Content, conflict.View.Policy), f.Text(mine, conflict.View.Policy)))];
                (_view, _version) = (conflict.View, conflict.View.Version);
                break;
        }
    }
}
