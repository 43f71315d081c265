using System.Text.Json;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Imports;
using DataBureau.Web.Identity;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Catalogue.Import;

/// <summary>Upload, check, correct the mapping, import. What was uploaded and settled survives a lost circuit: the address names it.</summary>
public sealed partial class ImportPage : IDisposable
{
    private CancellationTokenSource? _work;
    private List<(string Value, string Text)> _organisations = [];
    private ImportSession? _session;
    private ImportReport? _report;
    private ImportProgress? _progress;
    private ImportChoices _choices = ImportChoices.None;
    private Notice? _notice;
    private Guid _organisation;
    private bool _forRegion;
    private bool _createOrganisations;
    private bool _goodOnly;
    private bool _checking;
    private bool _left;

    [SupplyParameterFromQuery(Name = "file")]
    private Guid? File { get; set; }

    [Inject] private ImportService Import { get; set; } = default!;

    [Inject] private ImportSessions Sessions { get; set; } = default!;

    [Inject] private CurrentActor Current { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    [Inject] private IDbContextFactory<BureauDbContext> Contexts { get; set; } = default!;

    private bool Busy => _progress is not null;

    private bool Checked => _report is { Counts.Rows: > 0 };

    private string? Choices => _choices.Mappings.Count == 0 ? null : JsonSerializer.Serialize(_choices);

    public void Dispose()
    {
        // A check nobody waits for stops. An import goes on: it is a decision, and its transaction is one.
        _left = true;
        if (_checking)
            _work?.Cancel();
        // An import under way still listens to its token.
        if (!Busy)
            _work?.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        var actor = await Current.GetAsync();
        if (actor is null)
            return;
        _forRegion = actor.Holds(CataloguePermissions.ImportForRegion);
        _organisations = await OrganisationsAsync(actor);
        if (_organisations.Count == 0)
        {
            _notice = Notice.Failed("您没有导入目录的权限。联络员可以导入本单位的目录，数据主管部门可以为本辖区的单位导入。");
            return;
        }

        _organisation = Guid.Parse(_organisations[0].Value);
        if (File is { } file && await Sessions.FindAsync(ImportRequest.Kind, file, default) is { } session)
            (_session, _organisation, _choices) = (session, session.OrganisationId, ImportChoices.Of(session));
    }

    private async Task<List<(string, string)>> OrganisationsAsync(Actor actor)
    {
        await using var db = await Contexts.CreateDbContextAsync();
        var own = actor.Grants.Where(g => g.Permission == CataloguePermissions.Compile || g.Permission == CataloguePermissions.ImportForRegion).Select(g => g.OrganisationId).Distinct().ToList();
        var regions = actor.Grants.Where(g => g.Permission == CataloguePermissions.ImportForRegion).Select(g => g.RegionCode).Distinct().ToList();
        var found = await db.Organisations.AsNoTracking().Where(o => o.AbolishedAt == null && (own.Contains(o.Id) || regions.Contains(o.RegionCode)))
            .OrderBy(o => o.Code).Select(o => new { o.Id, o.Name }).ToListAsync();
        return [.. found.OrderByDescending(o => own.Contains(o.Id)).Select(o => (o.Id.ToString(), o.Name))];
    }

    private async Task UploadedAsync(string json)
    {
        var id = JsonDocument.Parse(json).RootElement.GetProperty("id").GetGuid();
        var session = await Sessions.FindAsync(ImportRequest.Kind, id, default);
        // What was settled goes with the file: it may be the last one corrected.
        await Sessions.RememberAsync(id, _organisation, Choices, imported: false);
        // The address first, so that a refresh, or a new circuit, finds what the page says is uploaded.
        Navigation.NavigateTo($"/catalogue/import?file={id}", replace: true);
        (_session, _report, _notice, _goodOnly) = (session, null, null, false);
    }

    private async Task ChooseOrganisationAsync(string? id)
    {
        _organisation = Guid.Parse(id!);
        _report = null;
        if (_session is not null)
            await Sessions.RememberAsync(_session.Id, _organisation, Choices, imported: false);
    }

    private Task RemapAsync(MappingChange change)
    {
        _choices = _choices.With(change);
        return CheckAsync();
    }

    private Task CheckAsync() => RunAsync(checking: true, async (request, progress, token) =>
    {
        var (report, refusal) = await Import.CheckAsync(request, progress, token);
        (_report, _notice) = (report, refusal is null ? ImportWords.Checked(report!) : ImportWords.Refused(refusal, report));
        await Sessions.RememberAsync(_session!.Id, _organisation, Choices, imported: false);
    });

    private Task ImportAsync() => RunAsync(checking: false, async (request, progress, token) =>
    {
        var (report, refusal) = await Import.ImportAsync(request, _goodOnly ? ImportAcceptance.Good : ImportAcceptance.All, progress, token);
        _report = report ?? _report;
        _notice = refusal is not null ? ImportWords.Refused(refusal, report)
            : report!.PackageId is not null ? Notice.Done($"导入完成：新增 {report.Counts.Imported} 条，更新 {report.Counts.Updated} 条，没有变化 {report.Counts.Unchanged} 条，未导入 {report.Counts.Rejected} 行。")
            : report.Errors.Count > 0 ? new Notice(Tone.Attention, "有的行有问题，没有导入任何内容。请修改后重新上传，或勾选「只导入没有问题的行」。")
            : Notice.Done("文件内容与系统中的目录一致，没有需要导入的变化。");
        if (report?.PackageId is null && report is { Errors.Count: > 0 })
            (_report, _) = await Import.CheckAsync(request, progress, token);
        if (report?.PackageId is not null)
            await Sessions.RememberAsync(_session!.Id, _organisation, Choices, imported: true);
    });

    private async Task RunAsync(bool checking, Func<ImportRequest, IProgress<ImportProgress>, CancellationToken, Task> work)
    {
        if (_session is null || Busy)
            return;
        _work?.Dispose();
        (_work, _checking) = (new CancellationTokenSource(), checking);
        var token = _work.Token;
        (_progress, _notice) = (new ImportProgress("打开文件", 0, null), null);
        var progress = new Progress<ImportProgress>(p =>
        {
            if (_progress is null || _left)
                return;
            _progress = p;
            StateHasChanged();
        });
        var request = ImportRequest.Of(_session, Sessions) with { OrganisationId = _organisation, Choices = _choices, CreateOrganisations = _createOrganisations };
        try
        {
            // Reading a large file is work for a processor, not for the circuit.
            await Task.Run(() => work(request, progress, token), default);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            _notice = new Notice(Tone.Info, "已取消，没有导入任何内容。");
        }
        finally
        {
            (_progress, _checking) = (null, false);
        }
    }

    private Task CancelAsync() => _work?.CancelAsync() ?? Task.CompletedTask;
}
