using DataBureau.Domain.Policy;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Components.Tables;

namespace DataBureau.Web.Features.Policies;

/// <summary>The list of provisions, on the page and in Excel.</summary>
public static class ProvisionColumns
{
    public const string Title = "title";
    public const string Status = "status";

    public static readonly IReadOnlyList<ListColumn<Citation>> All =
    [
        new("document", "文件", c => c.Pack.Title) { Width = 190, Wrap = true, ExcelWidth = 36 },
        new("article", "条款", c => c.Place) { Width = 134, ExcelWidth = 18 },
        new(Title, "名称", c => c.Provision.Title) { Width = 152, Wrap = true, ExcelWidth = 22 },
        new("gist", "要点", c => c.Provision.Gist) { Wrap = true, ExcelWidth = 60 },
        new("mechanisms", "机制", c => string.Join('、', c.Provision.Mechanisms.Select(m => $"{m} {Mechanisms.NameOf(m)}"))) { Width = 176, Wrap = true, ExcelWidth = 30 },
        new(Status, "状态", c => c.Pack.Status) { Kind = ColumnKind.State, Width = 108, ExcelWidth = 12 },
    ];

    public static Tone ToneOf(PackStatus status) => status switch
    {
        PackStatus.InForce => Tone.Success,
        PackStatus.Draft => Tone.Attention,
        PackStatus.Superseded => Tone.Neutral,
    };
}
