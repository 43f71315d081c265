using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Projects;

/// <summary>Everything that projects, annual plans and their data lists can refuse, beyond what every workflow refuses.</summary>
public static class ProjectRefusals
{
    /// <summary>How many of the missing items a refusal names; the page lists them all.</summary>
    public const int Named = 20;

    public static Refusal Incomplete(IReadOnlyList<RefusalDetail> missing) =>
        new("ProjectIncomplete", $"还有 {missing.Count} 处没有填写，补齐后才能提交。") { Details = [.. missing] };

    public static Refusal ReuseOpen(IReadOnlyList<RefusalDetail> open, LegalBasis? basis) =>
        new("ProjectReuseOpen", "复用检查表没有填完，不能申报、会商和批复。请与登记册中在用的平台和组件逐项比对。", basis) { Details = [.. open] };

    public static RefusalDetail ReuseTargetMissing(string capability) => Reuse($"「{capability}」可复用，请选择或写明复用哪个平台或组件。");

    public static RefusalDetail ReuseOwnerMissing(ReuseRow row) => Reuse($"「{row.Capability}」复用未登记平台「{row.ComponentName}」，请写明它属于哪个单位。");

    public static RefusalDetail ReuseNotRegistered(ReuseRow row) =>
        Reuse($"「{row.Capability}」复用的「{row.ComponentName}」不在登记册中。请从登记册中选择；确属未登记的平台，请标明「未登记平台」并写明所属单位。");

    public static RefusalDetail ReuseRetired(ReuseRow row, string name) => Reuse($"「{row.Capability}」复用的「{name}」已经停用，请改选在用的平台或组件。");

    private static RefusalDetail Reuse(string sentence) => new(nameof(ProjectContent.Reuse), sentence);

    public static Refusal DeploymentUnknown(LegalBasis? basis) =>
        new("ProjectDeploymentUnknown", "请填写部署位置：新建系统应当依托政务云，确实不能的写明理由。", basis) { Details = [new(nameof(ProjectContent.Deployment), "请选择部署位置。")] };

    public static Refusal DeploymentReason(Deployment deployment, LegalBasis? basis) =>
        new("ProjectDeploymentReason", $"部署位置是「{deployment.ChineseName()}」，请写明不依托政务云的理由。", basis) { Details = [new(nameof(ProjectContent.DeploymentReason), "请写明理由。")] };

    public static Refusal OutsourcingOpen(IReadOnlyList<RefusalDetail> open, LegalBasis? basis) =>
        new("ProjectOutsourcingOpen", "委托建设或运维的检查表没有填完，请逐项写明制度和责任安排。", basis) { Details = [.. open] };

    public static Refusal NoDataList(LegalBasis? basis) =>
        new("ProjectNoDataList", "数据清单是空的。请在「数据清单」中预编项目将要形成的数据；确实不形成数据的，在项目内容中写明。", basis);

    public static Refusal NoAuthority() =>
        new("ProjectNoAuthority", "本地和上级都没有登记数据主管部门，不知道向谁申报。请系统管理员在「组织机构」中登记。");

    public static Refusal NothingToJudge(LegalBasis? basis) =>
        new("ProjectNothingToJudge", "年度建设计划中的项目随计划一并会商，不需要逐项判定。", basis);

    public static Refusal JudgementStands(LegalBasis? basis) =>
        new("ProjectJudgementStands", "会商进行中，不能改变判定；请先终止或办结会商。", basis);

    public static Refusal PlanNotApproved(string? title, AnnualPlanState? state) =>
        new("ProjectPlanNotApproved", $"本项目列入的「{title ?? "年度建设计划"}」目前是「{state?.ChineseName() ?? "已不存在"}」，计划批准以后才能批复项目。");

    public static Refusal NotJudged(LegalBasis? basis) =>
        new("ProjectNotJudged", "还没有判定本项目是否涉及信息化建设内容，不能批复。请先作出判定并写明理由。", basis);

    public static Refusal NotConsulted(string act, ConsultationRule rule, ConsultationFact fact, LegalBasis? basis) =>
        new("ConsultationMissing", $"{(fact.Stage switch { ConsultationStage.Open => "会商正在进行，还没有结论", ConsultationStage.Outdated => $"会商（{fact.Number}）之后内容又有修改{Changed(fact.Changes)}，须重新会商", _ => "还没有会商" })}，不能{act}。应由{rule.Convenor.ChineseName()}发起，与{rule.Invited.ChineseName()}会商，有了结论再办理。", basis);

    private static string Changed(IReadOnlyList<ListedProjectChange> changes) => changes.Count == 0 ? string.Empty
        : $"（{string.Join('、', changes.Take(Named).Select(c => $"{c.Change.ChineseName()}了项目「{c.Name}」"))}{(changes.Count > Named ? $"等 {changes.Count} 处" : null)}）";

    public static Refusal ComponentsMissing(IReadOnlyList<string> names, LegalBasis? basis) =>
        new("ProjectComponentsMissing", $"新建的共性组件还没有登记纳管：{string.Join('、', names.Take(Named))}。请在「共性平台与组件」中登记。", basis)
        {
            Details = [.. names.Take(Named).Select(n => new RefusalDetail(nameof(ProjectContent.NewComponents), $"请登记「{n}」。"))],
        };

    public static Refusal DataNotCatalogued(IReadOnlyList<DataItemFinding> findings, int total, LegalBasis? basis) =>
        new("ProjectDataNotCatalogued", $"数据清单共 {total} 项，还有 {findings.Count} 项没有审核通过的目录条目，不能验收。请在「数据清单」中逐项编目并对应。", basis)
        {
            Details = [.. findings.Take(Named).Select(f => new RefusalDetail(f.Name, f.Sentence)), .. findings.Count > Named ? [new RefusalDetail(null, $"其余 {findings.Count - Named} 项见「数据清单」。")] : Array.Empty<RefusalDetail>()],
        };

    public static Refusal NotEditable(ProjectState state) => new("ProjectNotEditable", $"当前状态是「{state.ChineseName()}」，内容不能修改。");

    public static Refusal DataListClosed(ProjectState state) => new("ProjectDataListClosed", $"当前状态是「{state.ChineseName()}」，数据清单不能改动。");

    public static Refusal ItemExists(string name) => new("DataItemExists", $"数据清单里已有「{name}」，请修改原有的那一项。") { Details = [new(nameof(DataItemRow.Name), "已有同名的项。")] };

    public static Refusal ItemName() => new("DataItemName", "请填写数据名称。") { Details = [new(nameof(DataItemRow.Name), "请填写数据名称。")] };

    public static Refusal ItemTooLong() =>
        new("DataItemTooLong", $"数据名称、拟编目录名称不超过 {ProjectDataItem.NameLimit} 字，说明不超过 {ProjectDataItem.TextLimit} 字，请精简。");

    public static Refusal ItemGone() => new("DataItemGone", "这一项已不在数据清单里，请刷新后再办理。");

    public static Refusal TooManyItems(int limit) => new("DataItemsTooMany", $"一个项目的数据清单最多 {limit} 项，请分项目或合并后再导入。");

    public static Refusal ItemSettled(string name, string act, LegalBasis? basis) =>
        new("DataItemSettled", $"「{name}」是批复时确定的清单项，不能{act}：清单项随批复确定，是验收的依据。请编目并对应；确实不再形成的，请批复机关同意核减。", basis);

    public static Refusal ItemNotSettled(string name) => new("DataItemNotSettled", $"「{name}」是批复以后增加的，不需要核减，由建设单位自行删除。");

    public static Refusal ItemReleased(string name) => new("DataItemReleased", $"「{name}」已核减，不再修改和对应。");

    public static Refusal NothingToRelease(ProjectState state) => new("DataItemNothingToRelease", $"当前状态是「{state.ChineseName()}」，没有可以核减或恢复的清单项：批复以后、验收以前才能核减和恢复。");

    public static Refusal ReleaseWhy(string name) => new("DataItemReleaseWhy", $"核减「{name}」须写明理由。");

    public static Refusal ItemNotReleased(string name) => new("DataItemNotReleased", $"「{name}」没有核减，不需要恢复。请刷新后查看。");

    public static Refusal RestoreWhy(string name) => new("DataItemRestoreWhy", $"恢复「{name}」须写明理由。");

    public static Refusal EntryTaken(string name, string holder, LegalBasis? basis) =>
        new("DataItemEntryTaken", $"这条目录已对应「{holder}」，不能再对应「{name}」：一条目录只能对应一项。请另选，或为「{name}」编制一条。", basis);

    public static Refusal EntryNotOwn() => new("DataItemEntry", "只能对应建设单位自己的目录条目，请重新选择。");

    public static Refusal NameRequired() => new("ProjectNameRequired", "请填写项目名称。") { Details = [new(nameof(ProjectContent.Name), "请填写项目名称。")] };

    public static Refusal BudgetRange() =>
        new("ProjectBudgetRange", "预算应在 0 到 1 亿万元之间，单位是万元，请核对。") { Details = [new(nameof(ProjectContent.Budget), "请核对预算。")] };

    public static Refusal PeriodBackwards() =>
        new("ProjectPeriodBackwards", "计划完成日期早于开工日期，请核对。") { Details = [new(nameof(ProjectContent.FinishOn), "早于计划开工日期。")] };

    public static Refusal CapabilityTwice(string capability) =>
        new("ProjectCapabilityTwice", $"复用检查表里「{capability}」写了两遍，请合并为一行。") { Details = [new(nameof(ProjectContent.Reuse), "有重复的能力。")] };

    public static Refusal TooLong(string field, string title, int limit) =>
        new("TooLong", $"「{title}」超过 {limit} 字，请精简。") { Details = [new(field, $"超过 {limit} 字。")] };

    public static Refusal CodeTaken(string code) =>
        new("ProjectCodeTaken", $"项目代码「{code}」在本地已用于另一个项目，请核对。") { Details = [new(nameof(ProjectContent.Code), "代码已被使用。")] };

    public static Refusal PlanReported(string? title) =>
        new("AnnualPlanReported", $"本项目列入的「{title ?? "年度建设计划"}」已经报批，报批期间项目内容和数据清单不能修改。计划批准，或未获批准退回草稿以后，再办理。");

    public static Refusal NotListed(string name, string title) => new("AnnualPlanNotListed", $"「{name}」已不在「{title}」的项目清单中，请刷新后再办理。");

    public static Refusal ListedNotADraft(string name, ProjectState state) =>
        new("AnnualPlanListedNotADraft", $"「{name}」当前状态是「{state.ChineseName()}」，不能移出计划。请由建设单位撤回到草稿后再办理。");

    public static Refusal StrikeWhy(string name) => new("AnnualPlanStrikeWhy", $"把「{name}」移出计划须写明理由。");

    public static Refusal PlanClosed(string? title) =>
        new("AnnualPlanClosed", $"「{title ?? "年度建设计划"}」已不在草稿状态，项目清单不能增减。请由编制部门撤回后再办理。");
}
