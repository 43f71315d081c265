using System.Text.Json;
using DataBureau.Domain.ChiefDataOfficers.Import;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Features.Imports;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ChiefDataOfficers.Import;

/// <summary>Upload, check, import. What was uploaded and chosen survives a lost circuit: the address names it.</summary>
public sealed partial class RosterImport : IDisposable
{
    private static readonly IReadOnlyList<(string Value, string Text)> Modes = [.. FilterSelect.Of<RosterMode>()];

    private CancellationTokenSource? _work;
    private List<(string Value, string Text)> _targets = [];
    private ImportSession? _session;
    private RosterReport? _report;
    private ImportProgress? _progress;
    private Notice? _notice;
    private Guid _organisation;
    private RosterChoices _choices = RosterChoices.Usual;
    private bool _goodOnly;
    private bool _checking;
    private bool _left;

    [SupplyParameterFromQuery(Name = "file")]
    private Guid? File { get; set; }

    [Inject] private RosterImportService Import { get; set; } = default!;

    [Inject] private ImportSessions Sessions { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private bool Busy => _progress is not null;

    private string ModeHint => _choices.Mode == RosterMode.Holders ? "纸质备案过的任职：须有任命文号、发文日期、任职日期和备案号" : "导入为提名，由各单位任命后报备";

    public void Dispose()
    {
        // A check nobody waits for stops. An import goes on: it is a decision, and its transaction is one.
        _left = true;
        if (_checking)
            _work?.Cancel();
    }

    protected override async Task OnInitializedAsync()
    {
        _targets = [.. (await Import.TargetsAsync(default)).Select(o => (o.Id.ToString(), o.Name))];
        if (_targets.Count == 0)
        {
            _notice = Notice.Failed("您没有导入名册的权限。名册由数据主管部门或备案机关导入。");
            return;
        }

        _organisation = Guid.Parse(_targets[0].Value);
        if (File is { } file && await Sessions.FindAsync(RosterRequest.Kind, file, default) is { } session)
            (_session, _organisation, _choices) = (session, session.OrganisationId, RosterRequest.Of(session, Sessions).Choices);
    }

    private async Task UploadedAsync(string json)
    {
        var id = JsonDocument.Parse(json).RootElement.GetProperty("id").GetGuid();
        var session = await Sessions.FindAsync(RosterRequest.Kind, id, default);
        await Sessions.RememberAsync(id, _organisation, JsonSerializer.Serialize(_choices), imported: false);
        // The address first, so that a refresh, or a new circuit, finds what the page says is uploaded.
        Navigation.NavigateTo($"{RosterEndpoints.Page}?file={id}", replace: true);
        (_session, _report, _notice, _goodOnly) = (session, null, null, false);
    }

    private Task ChooseOrganisationAsync(string? id)
    {
        _organisation = Guid.Parse(id!);
        return RememberAsync();
    }

    private Task ChooseModeAsync(string? mode)
    {
        _choices = _choices with { Mode = Enum.Parse<RosterMode>(mode!) };
        return RememberAsync();
    }

    private async Task RememberAsync()
    {
        (_report, _goodOnly) = (null, false);
        if (_session is not null)
            await Sessions.RememberAsync(_session.Id, _organisation, JsonSerializer.Serialize(_choices), imported: false);
    }

    /// <summary>A column is read as something else from now on, and what that changes is looked at at once.</summary>
    private async Task RemapAsync((string Fingerprint, IReadOnlyDictionary<int, RosterField?> Corrections, string? InsteadOf) mapping)
    {
        _choices = _choices.With(mapping.Fingerprint, mapping.Corrections, mapping.InsteadOf);
        await Sessions.RememberAsync(_session!.Id, _organisation, JsonSerializer.Serialize(_choices), imported: false);
        await CheckAsync();
    }

    private Task CheckAsync() => RunAsync(checking: true, async (request, progress, token) =>
    {
        var (report, refusal) = await Import.CheckAsync(request, progress, token);
        (_report, _notice) = (report, refusal is not null ? Notice.Failed(refusal.Sentence)
            : report!.Counts.Rejected == 0 ? Notice.Done("检查完成，没有发现问题，可以导入。")
            : new Notice(Tone.Attention, $"检查完成，{report.Counts.Rejected} 行有问题，还没有导入任何内容。"));
    });

    private Task ImportAsync() => RunAsync(checking: false, async (request, progress, token) =>
    {
        var (report, refusal) = await Import.ImportAsync(request, _goodOnly ? ImportAcceptance.Good : ImportAcceptance.All, progress, token);
        _notice = refusal is not null ? Notice.Failed(refusal.Sentence)
            : report!.Done ? Notice.Done($"导入完成：新增 {report.Counts.Imported} 人，更新 {report.Counts.Updated} 人，没有变化 {report.Counts.Unchanged} 人，未导入 {report.Counts.Rejected} 行。")
            : report.Counts.Rejected > 0 ? new Notice(Tone.Attention, "有的行有问题，没有导入任何内容。请修改后重新上传，或勾选「只导入没有问题的行」。")
            : Notice.Done("文件内容与系统中的名册一致，没有需要导入的变化。");
        if (report is { Done: false, Counts.Rejected: > 0 })
            (report, _) = await Import.CheckAsync(request, progress, token);
        _report = report ?? _report;
        if (report is { Done: true })
            await Sessions.RememberAsync(_session!.Id, _organisation, JsonSerializer.Serialize(_choices), imported: true);
    });

    private async Task RunAsync(bool checking, Func<RosterRequest, IProgress<ImportProgress>, CancellationToken, Task> work)
    {
        if (_session is null || Busy)
            return;
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
        var request = RosterRequest.Of(_session, Sessions) with { OrganisationId = _organisation, Mode = _choices.Mode, Choices = _choices };
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
