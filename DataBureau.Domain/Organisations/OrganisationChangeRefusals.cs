using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Organisations;

/// <summary>Everything that a change of organisations can refuse.</summary>
public static class OrganisationChangeRefusals
{
    public static Refusal NameRequired() => Of("NameRequired", nameof(OrganisationChange.NewName), "请填写新的单位名称。");

    public static Refusal NameUnchanged() => Of("NameUnchanged", nameof(OrganisationChange.NewName), "新名称与现用名称相同，不需要更名。");

    public static Refusal DayRequired() => Of("DayRequired", nameof(OrganisationChange.EffectiveOn), "请填写生效日期。");

    public static Refusal DayAhead(DateOnly day) =>
        Of("DayAhead", nameof(OrganisationChange.EffectiveOn), $"生效日期 {day:yyyy-MM-dd} 还没有到。机构调整办理后立即生效，请在当日或以后办理。");

    public static Refusal DocumentRequired() => Of("DocumentRequired", nameof(OrganisationChange.DocumentNumber), "请填写机构改革文件的文号。");

    public static Refusal DocumentTooLong() => Of("DocumentTooLong", nameof(OrganisationChange.DocumentNumber), $"文号超过 {FormerName.DocumentLimit} 字，请精简。");

    public static Refusal RemarkTooLong() => Of("RemarkTooLong", nameof(OrganisationChange.Remark), $"说明超过 {OrganisationRules.ReasonLimit} 字，请精简。");

    public static Refusal NothingToMerge() => Of("NothingToMerge", nameof(OrganisationChange.Others), "请至少再选择一个参与合并的单位。");

    public static Refusal SuccessorRequired() => Of("SuccessorRequired", nameof(OrganisationChange.SuccessorId), "请选择承接单位。");

    public static Refusal SuccessorNeeded(string name, int open) =>
        Of("SuccessorNeeded", nameof(OrganisationChange.SuccessorId), $"「{name}」还有 {open} 件未办结的事项，必须指定承接单位，才能撤销。请在「机构调整」中办理。");

    public static Refusal SuccessorIsItself() => Of("SuccessorIsItself", nameof(OrganisationChange.SuccessorId), "承接单位不能是本单位自己。");

    public static Refusal DutiesRequired() => Of("DutiesRequired", nameof(OrganisationChange.Duties), "请选择划转的职责。");

    public static Refusal DutiesNotHeld(string name, string duties) => Of("DutiesNotHeld", nameof(OrganisationChange.Duties), $"「{name}」没有登记「{duties}」职责，不能划出。");

    public static Refusal OtherRegion(string name, string home) =>
        Of("OtherRegion", nameof(OrganisationChange.SuccessorId), $"「{name}」与「{home}」不在同一个行政区划。在办事项按行政区划办理，不能划到另一个行政区划，请选择本行政区划的单位。");

    public static Refusal OutOfReach(string name) => new("OrganisationOutOfReach", $"「{name}」不在您的管辖范围内，请由该地的系统管理员办理。");

    public static Refusal Clashes(IReadOnlyList<RefusalDetail> clashes) =>
        new("OrganisationClashes", $"有 {clashes.Count} 处冲突，逐一处理后才能办理。") { Details = [.. clashes] };

    public static Refusal Succeeded(string name, string successor) =>
        new("OrganisationSucceeded", $"「{name}」的职责和在办事项已划入「{successor}」，不能恢复。确需重新设立的，请登记一个新单位。");

    private static Refusal Of(string code, string field, string sentence) => new(code, sentence) { Details = [new(field, sentence)] };
}
