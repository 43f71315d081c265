namespace DataBureau.Web.Features.Audit.Sealing;

/// <summary>
/// One link of the chain over the audit: a run of row ids, a mark for every row in it, and a keyed hash over both and over the
/// link before. Whoever changes, removes or slips in a row without the key breaks it.
/// </summary>
public sealed class AuditSeal
{
    public const int HashLength = 32;

    public long Id { get; init; }

    /// <summary>Where the link before ended, and one: the runs leave no id out.</summary>
    public required long FirstId { get; init; }

    public required long LastId { get; init; }

    /// <summary>Rows in the run; fewer than the ids, because an act that fails takes its id with it.</summary>
    public required int Count { get; init; }

    /// <summary>Zeros for the first link.</summary>
    public required byte[] PreviousHash { get; init; }

    public required byte[] Hash { get; init; }

    /// <summary>For every row its id and its mark, so that a broken link can name the row.</summary>
    public required byte[] Marks { get; init; }

    public required DateTimeOffset At { get; init; }
}
