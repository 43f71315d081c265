using DataBureau.Domain.Access;
using DataBureau.Domain.Jurisdictions;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Components.Tables;
using DataBureau.Web.Excel;

namespace DataBureau.Web.Features.Jurisdictions;

/// <summary>The list's columns, declared once for the page and the export.</summary>
internal static class JurisdictionColumns
{
    public const string Standing = "standing";

    public static readonly IReadOnlyList<ListColumn<PolicySwitchRow>> All =
    [
        new("title", "规则部分", s => s.Section) { Width = 130 },
        new("region", "辖区", s => s.RegionName) { Width = 110 },
        new("from", "采用的规则", s => s.FromName) { Wrap = true, ExcelWidth = 30 },
        new("effective", "施行日期", s => s.EffectiveFrom) { Kind = ColumnKind.Date, Width = 110 },
        new("document", "依据文号", s => s.DocumentNumber) { Wrap = true, Width = 160, ExcelWidth = 24 },
        new(Standing, "状态", s => s.Standing) { Kind = ColumnKind.State, Width = 96 },
        new("proposed", "提出人", s => s.ProposedBy) { Width = 80 },
        new("decided", "确认人", s => s.DecidedBy) { Width = 80 },
        new("at", "确认时间", s => s.DecidedAt) { Kind = ColumnKind.DateTime, Width = 140 },
    ];

    public static readonly ListExport<PolicySwitchRow> Export = new("policy-switches", "规则切换", AdministrationPermissions.PolicySwitches, All,
        (services, _, cancellationToken) => services.GetRequiredService<JurisdictionService>().StreamAsync(cancellationToken));

    public static Tone ToneOf(PolicySwitchRow row) => row.State switch
    {
        PolicySwitchState.Proposed => Tone.Attention,
        PolicySwitchState.Confirmed => row.InForce ? Tone.Success : Tone.Info,
        _ => Tone.Neutral,
    };
}
