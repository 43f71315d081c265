using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.ChiefDataOfficers.Training;

public static class TrainingPermissions
{
    public static readonly Permission View = new("officer-training.view", "查看首席数据官培训");

    /// <summary>Record the training of the people of the own body.</summary>
    public static readonly Permission Keep = new("officer-training.keep", "登记首席数据官培训");

    public static readonly Permission Export = new("officer-training.export", "导出首席数据官培训");
}

/// <summary>What is said of a training.</summary>
public sealed record TrainingContent(string Course, string? Provider, decimal? Hours, DateOnly? HeldOn)
{
    public const int CourseLimit = 200;

    public IEnumerable<RefusalDetail> Findings(DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(Course) || Course.Length > CourseLimit)
            yield return new(nameof(Course), $"请填写培训名称，不超过 {CourseLimit} 字。");
        if (Provider?.Length > CourseLimit)
            yield return new(nameof(Provider), $"举办单位超过 {CourseLimit} 字，请精简。");
        if (Hours is not (> 0 and <= 1000) || decimal.Round(Hours.Value, 1) != Hours)
            yield return new(nameof(Hours), "学时应当在 0 到 1000 之间，最多一位小数。");
        if (HeldOn is null)
            yield return new(nameof(HeldOn), "请填写培训日期。");
        else if (HeldOn > today)
            yield return new(nameof(HeldOn), "培训日期在今天之后，请参加后再登记。");
    }
}

/// <summary>A training that an officer took part in.</summary>
public sealed class TrainingRecord
{
    public const string CaseKind = "officer-training";

    private TrainingRecord()
    {
    }

    public Guid Id { get; private set; }

    public Guid AppointmentId { get; private set; }

    public Guid OrganisationId { get; private set; }

    public string RegionCode { get; private set; } = string.Empty;

    public string Course { get; private set; } = string.Empty;

    public string? Provider { get; private set; }

    public decimal Hours { get; private set; }

    public DateOnly HeldOn { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>Taken back; kept for the record, shown nowhere.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    public CaseLocation Location => new(OrganisationId, RegionCode, null);

    public static (TrainingRecord? Record, Refusal? Refusal) Record(Guid id, OfficerAppointment officer, TrainingContent content, Actor actor, DateTimeOffset now)
    {
        if (!actor.Holds(TrainingPermissions.Keep, officer.Location))
            return (null, WorkflowRefusals.NotPermitted(TrainingPermissions.Keep));
        if (content.Findings(ChinaTime.DateOf(now)).ToList() is { Count: > 0 } findings)
            return (null, new Refusal("TrainingIncomplete", $"培训记录有 {findings.Count} 处须更正。") { Details = [.. findings] });
        return (new TrainingRecord
        {
            Id = id, AppointmentId = officer.Id, OrganisationId = officer.OrganisationId, RegionCode = officer.RegionCode,
            Course = content.Course.Trim(), Provider = content.Provider, Hours = content.Hours!.Value, HeldOn = content.HeldOn!.Value, RecordedAt = now,
        }, null);
    }

    public Refusal? Remove(Actor actor, DateTimeOffset now)
    {
        if (!actor.Holds(TrainingPermissions.Keep, Location))
            return WorkflowRefusals.NotPermitted(TrainingPermissions.Keep);
        if (RemovedAt is not null)
            return new Refusal("TrainingRemoved", "这条培训记录已经删除。");
        RemovedAt = now;
        return null;
    }
}
