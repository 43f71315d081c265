using DataBureau.Domain;
using DataBureau.Domain.Access;
using DataBureau.Domain.Organisations;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Filings;

/// <summary>The columns of both lists, declared once for the page and the export.</summary>
internal static class RecipientColumns
{
    public const string Status = "status";
    public const string Basis = "basis";

    public static readonly IReadOnlyList<ListColumn<RecipientRow>> All =
    [
        new("region", "报送辖区", r => r.RegionName) { Width = 110 },
        new("code", "区划代码", r => r.RegionCode) { Width = 90 },
        new("level", "级别", r => r.Level) { Width = 64 },
        new("matter", "备案事项", r => r.MatterName) { Width = 146, Wrap = true },
        new("to", "接收职责", r => r.To) { Width = 160 },
        new("recipient", "现接收机关", r => r.RecipientText) { Width = 190, Wrap = true, ExcelWidth = 34 },
        new(Status, "状态", r => r.Status) { Kind = ColumnKind.State, Width = 112 },
        new(Basis, "依据", r => r.Basis) { Wrap = true, ExcelWidth = 44 },
    ];

    public static readonly IReadOnlyList<ListColumn<RecipientSettingRow>> Settings =
    [
        new("matter", "备案事项", s => s.MatterName) { Wrap = true },
        new("region", "适用辖区", s => s.RegionName) { Width = 120 },
        new("code", "区划代码", s => s.RegionCode) { Width = 90, ShownByDefault = false },
        new("level", "报送级别", s => s.Level) { Width = 90 },
        new("from", "起始年度", s => $"{s.FromYear}") { Width = 90 },
        new("to", "接收职责", s => s.To) { Width = 180 },
        new("at", "接收级别", s => s.At?.ChineseName() ?? RecipientSettingRow.ByRule) { Width = 90 },
        new("reason", "依据", s => s.Reason) { Wrap = true, ExcelWidth = 44 },
    ];

    public static readonly ListExport<RecipientRow> Export = new("filing-recipients", "备案接收机关", AdministrationPermissions.FilingRecipients, All,
        (services, query, cancellationToken) => services.GetRequiredService<FilingRecipientService>().StreamAsync(RecipientFilter.From(query), cancellationToken))
    {
        Filters = [ListFilter.Of<RegionLevel>("level", "级别"), ListFilter.Of<RecipientStatus>("status", "状态")],
    };

    public static readonly ListExport<RecipientSettingRow> SettingsExport = new("filing-recipient-settings", "备案接收机关设定", AdministrationPermissions.FilingRecipients, Settings, StreamAsync);

    public static Tone ToneOf(RecipientStatus status) => status switch
    {
        RecipientStatus.Found => Tone.Success,
        RecipientStatus.Missing => Tone.Attention,
    };

    private static async IAsyncEnumerable<RecipientSettingRow> StreamAsync(IServiceProvider services, ListQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in await services.GetRequiredService<FilingRecipientService>().SettingsAsync(cancellationToken))
            yield return row;
    }
}
