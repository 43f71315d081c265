using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Consultations;

/// <summary>The opinion of one unit on one question in one round: changeable until the round closes, each earlier text kept.</summary>
public sealed class ConsultationOpinion
{
    public const int TextLimit = 2000;

    private ConsultationOpinion()
    {
    }

    public Guid Id { get; private init; }

    public Guid ConsultationId { get; private init; }

    public int Round { get; private init; }

    public Guid UnitId { get; private init; }

    public Guid QuestionId { get; private init; }

    public OpinionKind Kind { get; private set; }

    public string? Text { get; private set; }

    public Guid SignedById { get; private set; }

    public string SignedBy { get; private set; } = string.Empty;

    public DateTimeOffset SignedAt { get; private set; }

    /// <summary>Two people of one unit, or one with two tabs: the second is told.</summary>
    public int Version { get; private set; }

    public static ConsultationOpinion Give(Guid id, ConsultationUnit unit, int round, Guid questionId, OpinionKind kind, string? text, Actor actor, DateTimeOffset now)
    {
        var opinion = new ConsultationOpinion { Id = id, ConsultationId = unit.ConsultationId, Round = round, UnitId = unit.Id, QuestionId = questionId };
        opinion.Say(kind, text, actor, now);
        return opinion;
    }

    public bool Says(OpinionKind kind, string? text) => Kind == kind && Text == Clean(text);

    public void Say(OpinionKind kind, string? text, Actor actor, DateTimeOffset now) =>
        (Kind, Text, SignedById, SignedBy, SignedAt, Version) = (kind, Clean(text), actor.UserId, actor.Name, now, Version + 1);

    /// <summary>What it says now, to be kept when it says something else.</summary>
    public OpinionText Kept(Guid id) => new() { Id = id, OpinionId = Id, Version = Version, Kind = Kind, Text = Text, SignedBy = SignedBy, SignedAt = SignedAt };

    /// <summary>Which opinions have to give their reason.</summary>
    public static bool NeedsText(OpinionKind kind) => kind is OpinionKind.AgreeWithRemarks or OpinionKind.Disagree;

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>An opinion as it stood before it was changed.</summary>
public sealed class OpinionText
{
    public required Guid Id { get; init; }

    public required Guid OpinionId { get; init; }

    public required int Version { get; init; }

    public required OpinionKind Kind { get; init; }

    public required string? Text { get; init; }

    public required string SignedBy { get; init; }

    public required DateTimeOffset SignedAt { get; init; }
}
