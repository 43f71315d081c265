using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Organisations;

/// <summary>The bodies that a change is about, as they stand.</summary>
/// <param name="Bodies">All that are named: those that give and those that merge.</param>
/// <param name="Successor">Who takes over; null for a change of name, a new body, or nobody.</param>
public sealed record OrganisationChangeBodies(IReadOnlyList<Organisation> Bodies, Organisation? Successor);

/// <summary>What a change of organisations has to be like. What hangs on the bodies is asked elsewhere.</summary>
public static class OrganisationChangeRules
{
    /// <summary>Everything that is wrong at once. The change is tidy.</summary>
    public static IReadOnlyList<Refusal> Check(OrganisationChange change, OrganisationChangeBodies bodies, DateOnly today)
    {
        Refusal?[] found = [CheckDay(change, today), CheckDocument(change), CheckRemark(change), .. CheckKind(change, bodies), .. CheckBodies(bodies)];
        return [.. found.OfType<Refusal>()];
    }

    /// <summary>The body that several become, with what they were answerable for.</summary>
    public static OrganisationContent NewBody(OrganisationChange change, IReadOnlyList<Organisation> sources) => new()
    {
        Name = change.NewName ?? "",
        Kind = sources[0].Kind,
        RegionCode = sources[0].RegionCode,
        Responsibilities = sources.Aggregate(Responsibilities.None, (all, o) => all | o.Responsibilities),
        HasItOffice = sources.Any(o => o.HasItOffice),
    };

    public static void Rename(Organisation organisation, string name)
    {
        (organisation.Name, organisation.NameKey) = (name, Catalogue.Import.NameKey.Of(name));
        organisation.Version++;
    }

    public static void HandOver(Organisation from, Organisation to, Responsibilities duties)
    {
        from.Responsibilities &= ~duties;
        to.Responsibilities |= duties;
        from.Version++;
    }

    /// <summary>The body ends. What it was answerable for is its successor's.</summary>
    public static void End(Organisation organisation, Organisation? successor, DateTimeOffset now)
    {
        (organisation.AbolishedAt, organisation.SuccessorId) = (now, successor?.Id);
        if (successor is not null)
        {
            successor.Responsibilities |= organisation.Responsibilities;
            successor.HasItOffice |= organisation.HasItOffice;
        }

        organisation.Version++;
    }

    private static Refusal? CheckDay(OrganisationChange change, DateOnly today) =>
        change.EffectiveOn is not { } day ? OrganisationChangeRefusals.DayRequired() : day > today ? OrganisationChangeRefusals.DayAhead(day) : null;

    private static Refusal? CheckDocument(OrganisationChange change) =>
        change.DocumentNumber.Length == 0 ? OrganisationChangeRefusals.DocumentRequired() : change.DocumentNumber.Length > FormerName.DocumentLimit ? OrganisationChangeRefusals.DocumentTooLong() : null;

    private static Refusal? CheckRemark(OrganisationChange change) => change.Remark?.Length > OrganisationRules.ReasonLimit ? OrganisationChangeRefusals.RemarkTooLong() : null;

    private static IEnumerable<Refusal?> CheckKind(OrganisationChange change, OrganisationChangeBodies bodies)
    {
        switch (change.Kind)
        {
            case OrganisationChangeKind.Rename:
                yield return CheckName(change.NewName);
                if (change.NewName is { } name && Catalogue.Import.NameKey.Of(name) == bodies.Bodies[0].NameKey)
                    yield return OrganisationChangeRefusals.NameUnchanged();
                break;
            case OrganisationChangeKind.Merge:
                if (change.Others.Count == 0)
                    yield return OrganisationChangeRefusals.NothingToMerge();
                if (bodies.Successor is null)
                    yield return CheckName(change.NewName);
                break;
            case OrganisationChangeKind.Transfer:
                if (bodies.Successor is null)
                    yield return OrganisationChangeRefusals.SuccessorRequired();
                if (change.Duties == Responsibilities.None)
                    yield return OrganisationChangeRefusals.DutiesRequired();
                else if (!bodies.Bodies[0].Responsibilities.HasFlag(change.Duties))
                    yield return OrganisationChangeRefusals.DutiesNotHeld(bodies.Bodies[0].Name, (change.Duties & ~bodies.Bodies[0].Responsibilities).Text());
                break;
        }

        if (change.SuccessorId == change.OrganisationId && change.Kind is OrganisationChangeKind.Abolish or OrganisationChangeKind.Transfer)
            yield return OrganisationChangeRefusals.SuccessorIsItself();
    }

    /// <summary>A body's region is part of its cases: work cannot leave the region.</summary>
    private static IEnumerable<Refusal> CheckBodies(OrganisationChangeBodies bodies)
    {
        foreach (var body in bodies.Bodies.Where(b => b.AbolishedAt is not null))
            yield return OrganisationRefusals.Abolished(body.Name);
        if (bodies.Successor is { AbolishedAt: not null } gone)
            yield return OrganisationRefusals.Abolished(gone.Name);
        var home = (bodies.Successor ?? bodies.Bodies[0]).RegionCode;
        foreach (var body in bodies.Bodies.Where(b => b.RegionCode != home))
            yield return OrganisationChangeRefusals.OtherRegion(body.Name, (bodies.Successor ?? bodies.Bodies[0]).Name);
    }

    private static Refusal? CheckName(string? name) =>
        name is null ? OrganisationChangeRefusals.NameRequired() : name.Length > Organisation.NameLimit ? OrganisationRefusals.NameTooLong() : null;
}
