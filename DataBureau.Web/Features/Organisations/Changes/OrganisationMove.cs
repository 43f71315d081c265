using System.Collections.ObjectModel;
using DataBureau.Domain;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Data;

namespace DataBureau.Web.Features.Organisations.Changes;

/// <summary>What becomes of something when bodies change.</summary>
public enum MoveFate
{
    [ChineseName("划入承接单位")] Moves,
    [ChineseName("随单位终止")] Ends,
    [ChineseName("保留原单位")] Stays,
}

/// <summary>One line of the preview.</summary>
/// <param name="IsWork">Open work: without a successor it would be lost.</param>
public sealed record MoveLine(string Area, string What, int Count, MoveFate Fate, string? Note = null, bool IsWork = true);

/// <summary>Something whose name another has as well, where both come under one body.</summary>
public sealed record RenamableCase(Guid Id, string Name, string State, string BodyName);

/// <summary>What changes hands.</summary>
/// <param name="From">The bodies that give.</param>
/// <param name="To">The body that takes over; one that is to be made has its id already. Null where nobody does.</param>
/// <param name="Duties">The responsibilities that are handed over; null when the bodies end with all they have.</param>
public sealed record OrganisationShift(IReadOnlyList<Organisation> From, Organisation? To, Responsibilities? Duties)
{
    /// <summary>What is given another name on the way, by its id.</summary>
    public IReadOnlyDictionary<Guid, string> NewNames { get; init; } = ReadOnlyDictionary<Guid, string>.Empty;

    public IReadOnlyList<Guid> Sources { get; } = [.. From.Select(o => o.Id)];

    /// <summary>The bodies end.</summary>
    public bool Whole => Duties is null;

    public Responsibilities Handed => Duties ?? From.Aggregate(Responsibilities.None, (all, o) => all | o.Responsibilities);

    public bool Passes(Responsibilities duty) => Whole || (Duties & duty) != Responsibilities.None;

    /// <summary>Their own work goes with the bodies themselves.</summary>
    public Succession Succession(bool? own = null, bool? received = null) => new(Sources, To!.Id, own ?? Whole, received ?? true);
}

/// <summary>Who moves it, when, and by which document.</summary>
public sealed record MoveAct(Actor Actor, DateTimeOffset Now, OrganisationShift Shift, string Document)
{
    /// <summary>「机构调整：由甲、乙划入丙（文号）」: what every moved case keeps in its history.</summary>
    public string Note { get; } = $"由「{string.Join("」「", Shift.From.Select(o => o.Name))}」划入「{Shift.To!.Name}」（{Document}）。";
}

/// <summary>What one feature has to hand over when bodies change. One class per feature, registered as <see cref="OrganisationMove"/>.</summary>
public abstract class OrganisationMove
{
    /// <summary>The act's name in the history of what was moved.</summary>
    public const string Act = "机构调整";

    /// <summary>Rows that are tracked and saved at a time.</summary>
    public const int Batch = 500;

    /// <summary>The feature's place in the preview.</summary>
    public abstract int Order { get; }

    public abstract Task<IReadOnlyList<MoveLine>> CountAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken);

    /// <summary>What stands in the way, in words: it has to be solved first.</summary>
    public virtual Task<IReadOnlyList<RefusalDetail>> ClashesAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<RefusalDetail>>([]);

    /// <summary>What clashes by its name and can be given another with the change itself.</summary>
    public virtual Task<IReadOnlyList<RenamableCase>> RenamableAsync(BureauDbContext db, OrganisationShift shift, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<RenamableCase>>([]);

    /// <summary>Within the caller's transaction, after the bodies themselves were saved. Leaves nothing tracked.</summary>
    public abstract Task MoveAsync(BureauDbContext db, MoveAct act);

    protected static IReadOnlyList<MoveLine> Lines(params IEnumerable<MoveLine> lines) => [.. lines.Where(l => l.Count > 0)];
}
