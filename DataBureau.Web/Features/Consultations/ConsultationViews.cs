using DataBureau.Domain;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Numbers;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Projects;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Features.Calendar;

namespace DataBureau.Web.Features.Consultations;

/// <summary>A row of the list.</summary>
public sealed record ConsultationRow(
    Guid Id, int Version, string? Number, string Title, ConsultationState State, ConsultationTrigger? Trigger, string RegionCode, string RegionName, string ConvenorName, string? SubjectTitle,
    int Round, int Units, int Answered, DateOnly? DueOn, ConclusionKind? Conclusion, string? MinutesNumber, DateTimeOffset? SentAt, DateTimeOffset UpdatedAt)
{
    /// <summary>3/5.</summary>
    public string Progress => Round == 0 ? "" : $"{Answered}/{Units}";

    public string TriggerName => Trigger?.ChineseName() ?? ConsultationWords.ByChoice;
}

/// <summary>A question and how it stands.</summary>
public sealed record QuestionView(Guid Id, int Number, string Text, int AskedInRound, bool HasDissent, bool IsOpen, DissentOutcome? Outcome, string? OutcomeNote, string? OutcomeBy, DateTimeOffset? OutcomeAt);

/// <summary>How a unit stands on a question, in a byte: a matrix has hundreds.</summary>
public enum CellMark : byte
{
    [ChineseName("未征求")] NotAsked,
    [ChineseName("待反馈")] Awaited,
    [ChineseName("逾期")] Overdue,
    [ChineseName("未反馈")] Silent,

    /// <summary>By the bureau's setting.</summary>
    [ChineseName("视为无意见")] TakenAsNoComment,

    [ChineseName("同意")] Agree,
    [ChineseName("附意见")] AgreeWithRemarks,
    [ChineseName("不同意")] Disagree,
    [ChineseName("无意见")] NoComment,
}

/// <summary>An invited unit and how it stands.</summary>
/// <param name="Cells">As the questions are ordered.</param>
public sealed record UnitView(
    Guid Id, int Number, Guid OrganisationId, string Name, bool Abolished, bool Counts, string? ReplacedBy, bool Owes, string? SilentNote, string? SilentBy, bool TakenAsNoComment, bool HasGap, DateOnly? UrgedOn,
    string? CountersignedBy, DateTimeOffset? CountersignedAt, string? UnsignedNote, DeadlineView? Deadline, CellMark[] Cells)
{
    /// <summary>Nobody there may answer.</summary>
    public bool Unattended { get; init; }
}

/// <param name="MayFinish">The reader may say that it is done: for the unit it was given to, or as the convenor.</param>
public sealed record FollowUpView(Guid Id, int Number, string Text, string Owner, DateOnly DueOn, DateTimeOffset? DoneAt, string? DoneBy, string? DoneNote, bool MayFinish)
{
    public bool IsOpen => DoneAt is null;
}

/// <summary>A consultation as its page shows it.</summary>
public sealed record ConsultationView(
    Guid Id, int Version, ConsultationState State, string? Number, string? MinutesNumber, ConsultationTrigger? Trigger, ConsultationRule? Rule, ConsultationSubject? Subject, ConsultationContent Content, JurisdictionPolicy Policy,
    Guid ConvenorId, string ConvenorName, string RegionCode, string RegionName, int Round, int? RoundDays, bool SilenceIsNoObjection, DateTimeOffset? SentAt, DateTimeOffset? ConcludedAt,
    IReadOnlyList<QuestionView> Questions, IReadOnlyList<UnitView> Units, IReadOnlyList<FollowUpView> FollowUps,
    IReadOnlyList<PermittedAct<ConsultationAction>> Permitted, ConsultationParts Editable, bool Convenes, Guid? MyUnitId, ConclusionKind Found, IReadOnlyList<HistoryEntry> History, int AttachmentCount, Present Reader)
{
    /// <summary>The reserved numbers that the next act may give.</summary>
    public IReadOnlyList<Reservation> ReservedNumbers { get; init; } = [];

    /// <summary>The page of what it is about; null where the reader may not open it.</summary>
    public string? SubjectHref { get; init; }

    /// <summary>The leading group's office that a dissent was brought to.</summary>
    public string? EscalatedTo { get; init; }

    /// <summary>The last day for the answers of the present round, also when all have answered; null where the calendar does not reach.</summary>
    public DateOnly? ReplyBy { get; init; }

    public IEnumerable<UnitView> Invited => Units.Where(u => u.Counts);

    public UnitView? MyUnit => Units.FirstOrDefault(u => u.Id == MyUnitId);

    /// <summary>The minutes lie before the reader's unit: its countersignature is awaited or given.</summary>
    public bool HasMinutesToSign => State == ConsultationState.Minutes && MyUnit is not null;

    /// <summary>An answer of theirs is awaited.</summary>
    public IEnumerable<UnitView> Late => State == ConsultationState.Collecting ? Units.Where(u => u is { Counts: true, Owes: true, Abolished: false }) : [];

    /// <summary>What is due last, for the header.</summary>
    public DeadlineView? Deadline => Late.Select(u => u.Deadline).OfType<DeadlineView>().MaxBy(d => d.Reading.DueOn);

    public static ConsultationView Of(ConsultationReading reading, Actor actor, JurisdictionPolicy policy, DateTimeOffset now)
    {
        var (c, around) = reading;
        var (names, due) = (around.Names, around.Due);
        var board = c.Board;
        var answers = actor.BodiesWith(ConsultationPermissions.Answer);
        var convenes = actor.Holds(ConsultationPermissions.Convene, CaseSide.Authority, c.Location);
        return new ConsultationView(
            c.Id, c.Version, c.State, c.Number, c.MinutesNumber, c.Trigger, c.Trigger is { } trigger ? policy.Projects.Asked(trigger, Domain.Organisations.RegionCodes.Level(c.RegionCode)) : null,
            c.SubjectKind is null ? null : new ConsultationSubject(c.SubjectKind, c.SubjectId!.Value, c.SubjectTitle!), c.Content, policy,
            c.ConvenorId, names[c.ConvenorId], c.RegionCode, around.RegionName, c.Round, c.RoundDays, c.Round == 0 ? c.Facts.SilenceSetting : c.SilenceIsNoObjection, c.SentAt, c.ConcludedAt,
            [.. c.Questions.OrderBy(q => q.Number).Select(q => new QuestionView(q.Id, q.Number, q.Text, q.AskedInRound, board.HasDissent(q), board.IsOpen(q), q.Outcome, q.OutcomeNote, q.OutcomeBy, q.OutcomeAt))],
            [.. c.Units.OrderBy(u => u.Number).Select(u => new UnitView(
                u.Id, u.Number, u.OrganisationId, c.NameOf(u), c.IsAbolished(u), u.Counts, u.ReplacedById is { } by && c.Units.FirstOrDefault(x => x.Id == by) is { } next ? c.NameOf(next) : null,
                board.Owes(u), u.SilentNote, u.SilentBy, board.IsTakenAsNoComment(u), u.Counts && c.Questions.Any(q => board.Of(u, q) is null), u.UrgedOn, u.CountersignedBy, u.CountersignedAt, u.UnsignedNote, due.GetValueOrDefault(u.Id),
                [.. c.Questions.OrderBy(q => q.Number).Select(q => Mark(c, u, q, due.GetValueOrDefault(u.Id)))]) { Unattended = c.IsUnattended(u) })],
            [.. c.FollowUps.Where(f => f.DroppedAt is null).OrderBy(f => f.Number).Select((f, i) => new FollowUpView(f.Id, i + 1, f.Text, names[f.OwnerId], f.DueOn, f.DoneAt, f.DoneBy, f.DoneNote,
                c.AwaitsReport(f, actor) || (convenes && c.State == ConsultationState.FollowUp && f.IsOpen)))],
            ConsultationWorkflow.Table.Permitted(c, new GuardContext(actor, policy, now)),
            convenes ? ConsultationWorkflow.Editable(c.State) : ConsultationParts.None, convenes,
            c.Invited.FirstOrDefault(u => answers.Contains(u.OrganisationId))?.Id, ConsultationGuards.Found(c), around.History, c.Facts.Materials, new Present(actor.UserId, actor.Name, actor.OrganisationName))
        {
            ReservedNumbers = around.ReservedNumbers,
            ReplyBy = around.ReplyBy,
            EscalatedTo = around.EscalatedTo,
        };
    }

    private static CellMark Mark(Consultation c, ConsultationUnit unit, ConsultationQuestion question, DeadlineView? due) => c.Board.Of(unit, question)?.Kind switch
    {
        OpinionKind.Agree => CellMark.Agree,
        OpinionKind.AgreeWithRemarks => CellMark.AgreeWithRemarks,
        OpinionKind.Disagree => CellMark.Disagree,
        OpinionKind.NoComment => CellMark.NoComment,
        _ when c.Round == 0 || unit.FromRound > c.Round => CellMark.NotAsked,
        _ when unit.IsMarkedSilent || !unit.Counts => CellMark.Silent,
        _ when c.Board.IsTakenAsNoComment(unit) => CellMark.TakenAsNoComment,
        _ when c.State != ConsultationState.Collecting || due?.Reading.Standing == Domain.Calendar.DeadlineStanding.Overdue => CellMark.Overdue,
        _ => CellMark.Awaited,
    };
}

/// <summary>One opinion in words.</summary>
public sealed record OpinionView(Guid QuestionId, int Number, string Question, Guid UnitId, string Unit, int Round, OpinionKind Kind, string? Text, string SignedBy, DateTimeOffset SignedAt)
{
    /// <summary>What it said before, newest first.</summary>
    public IReadOnlyList<OpinionText> Earlier { get; init; } = [];
}

/// <summary>A question as the answering unit sees it.</summary>
/// <param name="Version">Of the opinion given in this round; 0 when there is none yet.</param>
/// <param name="FromRound">The round in which the unit last spoke; null when it never has.</param>
public sealed record MyOpinion(Guid QuestionId, int Number, string Question, bool MayAnswer, bool Owes, int Version, OpinionKind? Kind, string? Said, int? FromRound, string? SignedBy, DateTimeOffset? SignedAt);

/// <summary>What the reader's unit has said and may say.</summary>
public sealed record MyOpinions(Guid ConsultationId, Guid UnitId, string UnitName, ConsultationState State, int Round, IReadOnlyList<MyOpinion> Questions)
{
    public bool IsOpen => State == ConsultationState.Collecting;
}

/// <summary>What is said to one question.</summary>
/// <param name="SeenVersion">Of the opinion that stood there when the form was filled in; 0 when there was none.</param>
public sealed record Answer(Guid QuestionId, int SeenVersion, OpinionKind Kind, string? Text);

/// <summary>Where a new consultation may begin.</summary>
/// <param name="Subject">Null for one by choice on nothing in this system.</param>
/// <param name="Asked">The rules whose convenor the body is.</param>
public sealed record ConsultationStart(string OrganisationName, string RegionName, JurisdictionPolicy Policy, ConsultationSubject? Subject, ConsultationTrigger? Trigger, IReadOnlyList<ConsultationRule> Asked, int? SettingDays, bool SilenceIsNoObjection);

public sealed record ConsultationListOptions(bool CanConvene, bool CanAnswer, IReadOnlyList<(string Code, string Name)> Regions);

internal static class ConsultationWords
{
    public const string ByChoice = "自主会商";

    public const string SilenceOverdue = "逾期不反馈记为「未反馈」，不视为同意。";

    public const string SilenceNoObjection = "本局设置：逾期不反馈的，视为无意见。";

    /// <summary>Which of the units have nobody who could hear of it; empty where there is none.</summary>
    public static string Unreachable(Consultation consultation, IEnumerable<ConsultationUnit> units) =>
        units.Where(consultation.IsUnattended).Select(consultation.NameOf).ToList() is { Count: > 0 } names
            ? $"无人可收：{string.Join('、', names)}（没有在用的、可以反馈会商意见的账号，请另行告知，并请安全管理员授权）。" : string.Empty;

    public static string Silence(bool noObjection) => noObjection ? SilenceNoObjection : SilenceOverdue;
}
