using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>The provisions behind the entry's steps, in its jurisdiction.</summary>
public sealed partial class CatalogueBasisTab
{
    private static readonly (string Title, string Mechanism)[] Matters =
    [
        ("统一目录与编制指南", "C01"), ("部门编制、数据主管部门审核", "C02"), ("分类分级", "C05"), ("共享属性", "S01"), ("受限共享的理由与依据", "S02"), ("有条件共享的情形", "S03"), ("开放类型", "O01"), ("负面清单", "O02"), ("开放前处理", "O05"),
    ];

    [Parameter, EditorRequired] public CatalogueDetailView View { get; set; } = default!;
}
