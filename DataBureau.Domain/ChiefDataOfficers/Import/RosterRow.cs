namespace DataBureau.Domain.ChiefDataOfficers.Import;

/// <summary>One person as the file tells it; what the file leaves blank is null.</summary>
public sealed record RosterRow(string Sheet, int Number, string? UnitName, string? UnitCode, DataPost? Post, OfficerContent Content, bool? Acting, string? FilingNumber, DateOnly? FiledOn)
{
    /// <summary>The content laid over what is known: what the file fills wins, what it leaves blank stays.</summary>
    public OfficerContent Over(OfficerContent known) => new()
    {
        PersonName = Content.PersonName,
        Office = Content.Office ?? known.Office,
        Rank = Content.Rank ?? known.Rank,
        Phone = Content.Phone ?? known.Phone,
        Acting = Acting ?? known.Acting,
        OtherPosts = Content.OtherPosts ?? known.OtherPosts,
        DocumentNumber = Content.DocumentNumber ?? known.DocumentNumber,
        DocumentDate = Content.DocumentDate ?? known.DocumentDate,
        EffectiveFrom = Content.EffectiveFrom ?? known.EffectiveFrom,
        TermEndsOn = Content.TermEndsOn ?? known.TermEndsOn,
    };

    /// <summary>The time in office that the row states; null without a first day.</summary>
    public Term? Term => Content.EffectiveFrom is { } from ? new Term(from, Content.TermEndsOn) : null;
}

/// <summary>What is wrong with a row, at which of its cells.</summary>
public sealed record RosterFinding(RosterField Field, string Code, string Sentence);
