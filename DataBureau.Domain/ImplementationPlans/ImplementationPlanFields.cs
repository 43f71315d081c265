using System.Collections.Immutable;
using DataBureau.Domain.Filings;

namespace DataBureau.Domain.ImplementationPlans;

/// <summary>The fields and materials of an implementation plan. The pages, the differences, the notice of supplement, the form and the audit read these lists.</summary>
public static class ImplementationPlanFields
{
    public static readonly ImmutableArray<CaseField<ImplementationPlanContent>> All =
    [
        new(nameof(ImplementationPlanContent.Title), "项目名称", c => c.Title) { Required = true, Limit = ImplementationPlan.TitleLimit, Take = (to, from) => to with { Title = from.Title } },
        new(nameof(ImplementationPlanContent.Field), "所属领域", c => c.Field) { Required = true, Limit = ImplementationPlan.LineLimit, Take = (to, from) => to with { Field = from.Field } },
        new(nameof(ImplementationPlanContent.Summary), "建设内容", c => c.Summary) { Required = true, Limit = ImplementationPlan.TextLimit, Take = (to, from) => to with { Summary = from.Summary } },
        new(nameof(ImplementationPlanContent.Budget), "总投资（万元）", c => CaseText.Amount(c.Budget)) { Required = true, Take = (to, from) => to with { Budget = from.Budget } },
        new(nameof(ImplementationPlanContent.Start), "计划开工月份", c => CaseText.Month(c.Start)) { Required = true, Take = (to, from) => to with { Start = from.Start } },
        new(nameof(ImplementationPlanContent.Finish), "计划完工月份", c => CaseText.Month(c.Finish)) { Required = true, Take = (to, from) => to with { Finish = from.Finish } },
        new(nameof(ImplementationPlanContent.ContactName), "联系人", c => c.ContactName) { Limit = 50, Take = (to, from) => to with { ContactName = from.ContactName } },
        new(nameof(ImplementationPlanContent.ContactPhone), "联系电话", c => c.ContactPhone) { Limit = 50, Take = (to, from) => to with { ContactPhone = from.ContactPhone } },
    ];

    /// <summary>What the article asks for: the plan itself.</summary>
    public static readonly CaseMaterial Text = new("plan", "实施方案", Required: true);

    public static readonly ImmutableArray<CaseMaterial> Materials = [Text, new("approval", "立项或批复文件", Required: false)];

    /// <summary>The words for a field or a material; null for what it has not.</summary>
    public static string? NameOf(string key) => All.FirstOrDefault(f => f.Key == key)?.Title ?? Materials.FirstOrDefault(m => m.Key == key)?.Name;
}
