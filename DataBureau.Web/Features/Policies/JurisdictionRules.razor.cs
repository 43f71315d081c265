using System.Globalization;
using DataBureau.Domain.Policy;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Policies;

/// <summary>What each jurisdiction asks for, side by side.</summary>
public sealed partial class JurisdictionRules
{
    private const string HeadStyle = "position:static;vertical-align:top;padding-top:8px;line-height:20px";
    private const string CellStyle = "white-space:normal;vertical-align:top;padding-top:8px;padding-bottom:8px";

    private IReadOnlyList<RuleRow> _rows = [];

    [Parameter, EditorRequired] public IReadOnlyList<JurisdictionPolicy> Policies { get; set; } = [];

    protected override void OnParametersSet() => _rows = RuleComparison.Of(Policies);

    private static int Place(JurisdictionPolicy policy, Citation citation) => policy.Packs.TakeWhile(p => p.Id != citation.Pack.Id).Count();

    /// <summary>①, ② … which document of the jurisdiction; beyond ⑳ a plain number.</summary>
    private static string Mark(int index) => index < 20 ? ((char)('①' + index)).ToString() : (index + 1).ToString(CultureInfo.InvariantCulture);
}
