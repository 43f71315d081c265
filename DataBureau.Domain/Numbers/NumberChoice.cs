using System.Collections.Immutable;
using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.Numbers;

/// <summary>A number that was reserved once, as a case that might take it sees it.</summary>
/// <param name="Id">Of its row in the ledger.</param>
/// <param name="Text">「140000-GHBA-2026-0007」.</param>
/// <param name="State">Reserved still, or given or voided meanwhile.</param>
/// <param name="OrganisationId">Who reserved it.</param>
/// <param name="Reason">For which papers.</param>
public sealed record Reservation(Guid Id, string Text, NumberState State, Guid OrganisationId, string? Reason);

/// <summary>The reserved numbers of the series from which a case gets its number this year; read with the case, never stored.</summary>
/// <param name="OfficeId">The office that gives the number: it gives those that it reserved itself.</param>
/// <param name="Reservations">All of the series, those of others and those that are gone too, so that a refusal can say what became of one.</param>
public sealed record NumberChoice(Guid OfficeId, ImmutableArray<Reservation> Reservations)
{
    public static readonly NumberChoice None = new(Guid.Empty, []);

    /// <summary>What can be chosen.</summary>
    public IReadOnlyList<Reservation> Free => [.. Reservations.Where(r => r.State == NumberState.Reserved && r.OrganisationId == OfficeId)];

    /// <summary>The row of the number that was chosen; null where the next one is to be taken.</summary>
    public Guid? IdOf(string? number) => Reservations.FirstOrDefault(r => r.Text == number)?.Id;

    /// <summary>Why the number cannot be given; null when it can, or when none was chosen.</summary>
    public Refusal? Check(string? number) =>
        number is null ? null
        : Reservations.FirstOrDefault(r => r.Text == number) is not { } reservation ? NumberRefusals.NotOfTheSeries(number)
        : reservation.State != NumberState.Reserved ? NumberRefusals.NotReserved(number, reservation.State)
        : reservation.OrganisationId != OfficeId ? NumberRefusals.ReservedByAnother(number) : null;
}

/// <summary>A case that is given a number by an act.</summary>
public interface INumberedCase
{
    NumberChoice Numbers { get; }
}

public static class NumberGuards
{
    /// <summary>The number that was chosen for the act is one that the office has reserved, and it is still there.</summary>
    public static Guard<T> NumberFree<T>()
        where T : INumberedCase => new(nameof(NumberFree), static (subject, context) => subject.Numbers.Check(context.Number));
}
