using System.Text.Json;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Features.Catalogue.Import;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Imports;

/// <summary>Upload, check, import: the same steps for any plain list. What was uploaded survives a lost circuit: the address names it.</summary>
public sealed partial class ListImport
{
    private const int Shown = 200;

    private ImportChoices _choices = ImportChoices.None;
    private ImportSession? _session;
    private ListImportReport? _report;
    private Notice? _notice;
    private bool _goodOnly;
    private bool _busy;

    [Parameter, EditorRequired] public ImportKind Kind { get; set; } = default!;

    [Parameter, EditorRequired] public string Upload { get; set; } = string.Empty;

    [Parameter, EditorRequired] public string Page { get; set; } = string.Empty;

    [Parameter, EditorRequired] public Func<Guid, string> ErrorsHref { get; set; } = default!;

    [Parameter, EditorRequired] public Func<ImportRequest, ImportAcceptance?, Task<(ListImportReport? Report, ImportRefusal? Refusal)>> Run { get; set; } = default!;

    [Parameter] public Guid? File { get; set; }

    [Inject] private ImportSessions Sessions { get; set; } = default!;

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        if (File is { } file && await Sessions.FindAsync(Kind, file, default) is { } session)
            (_session, _choices) = (session, ImportChoices.Of(session));
    }

    private async Task UploadedAsync(string json)
    {
        var id = JsonDocument.Parse(json).RootElement.GetProperty("id").GetGuid();
        (_session, _report, _notice, _goodOnly) = (await Sessions.FindAsync(Kind, id, default), null, null, false);
        // What was settled goes with the file: it may be the last one corrected.
        if (_session is { } session && _choices.Lists.Count > 0)
            await Sessions.RememberAsync(id, session.OrganisationId, JsonSerializer.Serialize(_choices), imported: false);
        Navigation.NavigateTo($"{Page}?file={id}", replace: true);
    }

    /// <summary>The heading is told, kept with what was uploaded, and what that makes of the file is looked at at once.</summary>
    private async Task SettleAsync(ListAnswer answer)
    {
        _choices = _choices.WithList(answer);
        await Sessions.RememberAsync(_session!.Id, _session.OrganisationId, JsonSerializer.Serialize(_choices), imported: false);
        await RunAsync(null);
    }

    private async Task RunAsync(ImportAcceptance? write)
    {
        if (_busy || _session is not { } session)
            return;
        (_busy, _notice) = (true, null);
        try
        {
            // Reading a workbook is work for a processor, not for the circuit.
            var (report, refusal) = await Task.Run(() => Run(ImportRequest.Of(session, Sessions) with { Choices = _choices }, write));
            _report = report ?? _report;
            _notice = refusal is not null ? Notice.Failed(refusal.Sentence)
                : report!.Written ? Notice.Done($"导入完成：新增 {report.Counts.Imported} 行，更新 {report.Counts.Updated} 行，没有变化 {report.Counts.Unchanged} 行，未导入 {report.Counts.Rejected} 行。")
                : report.Counts.Rejected > 0 ? new Notice(Tone.Attention, write is null ? $"检查完成，{report.Counts.Rejected} 行有问题，还没有导入任何内容。" : "有的行有问题，没有导入任何内容。请修改后重新上传，或勾选「只导入没有问题的行」。")
                : Notice.Done(write is null ? "检查完成，没有发现问题，可以导入。" : "文件内容与系统中的一致，没有需要导入的变化。");
        }
        finally
        {
            _busy = false;
        }
    }
}
