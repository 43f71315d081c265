using System.Globalization;
using DataBureau.Domain.Organisations;

namespace DataBureau.Web.Components.Tables;

/// <summary>What a figure narrows the list behind it to, beside the list's own filters; every list of cases understands it.</summary>
public sealed record ListNarrowing
{
    public const string RegionKey = "region";
    public const string OwnKey = "own";
    public const string OrganisationKey = "organisation";
    public const string FromKey = "from";
    public const string ToKey = "to";
    public const string DueBeforeKey = "due-before";

    public string? RegionCode { get; init; }

    /// <summary>Only the region's own level, without what lies below it.</summary>
    public bool Own { get; init; }

    public Guid? OrganisationId { get; init; }

    /// <summary>The first day of the period in which it was published, filed or decided: what of these, is the list's to say.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of the period.</summary>
    public DateOnly? To { get; init; }

    /// <summary>An open deadline falls before this day.</summary>
    public DateOnly? DueBefore { get; init; }

    public bool HasPeriod => From is not null || To is not null;

    /// <summary>Unreadable values narrow nothing.</summary>
    public static ListNarrowing Read(ListQuery query) => new()
    {
        RegionCode = RegionCodes.IsValid(query.Filter(RegionKey)) ? query.Filter(RegionKey) : null,
        Own = query.Filter(OwnKey) == "1",
        OrganisationId = Guid.TryParse(query.Filter(OrganisationKey), out var organisation) ? organisation : null,
        From = Day(query.Filter(FromKey)),
        To = Day(query.Filter(ToKey)),
        DueBefore = Day(query.Filter(DueBeforeKey)),
    };

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // The year 9999 has no next day.
    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9999 ? day : null;
}
