using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Catalogue;

/// <summary>Everything that the catalogue can refuse, beyond what every workflow refuses.</summary>
public static class CatalogueRefusals
{
    public static Refusal Incomplete(string name, IReadOnlyList<CatalogueFinding> findings) =>
        new("Incomplete", $"「{name}」还有 {findings.Count} 处须补正，补齐后才能提交。", findings.Select(f => f.Basis).FirstOrDefault(b => b is not null))
        {
            Details = [.. findings.Select(f => new RefusalDetail(f.Field, f.Sentence, f.Basis))],
        };

    public static Refusal NoAuthority(JurisdictionPolicy policy) =>
        new("NoAuthority", $"{policy.Name}尚未登记数据主管部门，无法送审。请系统管理员在「组织机构」中登记。", policy.BasisOf("C02"));

    public static Refusal NotPrepared(string name, IReadOnlyList<CatalogueFinding> findings) =>
        new("NotPrepared", $"「{name}」拟向社会开放，但开放前的处理尚未完成，不能发布。", findings[0].Basis)
        {
            Details = [.. findings.Select(f => new RefusalDetail(f.Field, f.Sentence, f.Basis))],
        };

    public static Refusal RevisionUnderWay() =>
        new("RevisionUnderWay", "该目录已有一个变更版本正在办理，请在变更版本上继续，或等它办结。");

    public static Refusal NotEditable(CatalogueState state) =>
        new("NotEditable", $"当前状态是「{state.ChineseName()}」，内容不能修改。只有草稿和退回修改的目录可以编辑。");

    public static Refusal NameRequired() => new("NameRequired", "请填写信息资源名称。") { Details = [new(nameof(CatalogueContent.Name), "请填写信息资源名称。")] };

    public static Refusal NameTaken(string name) =>
        new("NameTaken", $"本单位已有名称相同的目录「{name}」（忽略标点和空格）。请改用能区分的名称，或直接修改已有的目录。") { Details = [new(nameof(CatalogueContent.Name), "本单位已有同名目录。")] };

    public static Refusal CodeTaken(string code) =>
        new("CodeTaken", $"本单位已有目录使用代码「{code}」。") { Details = [new(nameof(CatalogueContent.Code), "代码已被本单位另一条目录使用。")] };

    public static Refusal CodeFrozen(string code) =>
        new("CodeFrozen", $"该目录已经发布过，代码「{code}」不能再改。") { Details = [new(nameof(CatalogueContent.Code), "发布后的代码不能再改。")] };

    public static Refusal TooLong(string field, string title, int limit) =>
        new("TooLong", $"「{title}」超过 {limit} 字，请精简。") { Details = [new(field, $"超过 {limit} 字。")] };
}
