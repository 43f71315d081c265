using DataBureau.Domain.Organisations;
using DataBureau.Domain.Plans;
using static DataBureau.Domain.Plans.PlanAction;

namespace DataBureau.Web.Seed;

/// <summary>One demo plan: whose it is, its period, and the acts that brought it where it stands.</summary>
/// <param name="Region">Of the drafting body.</param>
/// <param name="Drafter">What the drafting body is responsible for.</param>
/// <param name="Days">How long ago it was begun.</param>
internal sealed record DemoPlanLife(string Region, Responsibilities Drafter, string Kind, int From, int To, int Days, params PlanAction[] Acts);

/// <summary>Plans in every state and of every kind; a kind's upstream comes before it.</summary>
internal static class DemoPlanLives
{
    private const Responsibilities Data = Responsibilities.DataAuthority;
    private const Responsibilities Industry = Responsibilities.IndustryAuthority;

    private static readonly PlanAction[] Approved = [Submit, Approve, RecordApproval];
    private static readonly PlanAction[] Accepted = [.. Approved, SendForFiling, Accept];

    public static readonly IReadOnlyList<DemoPlanLife> All =
    [
        new("140000", Industry, "P01", 2021, 2025, 700, [.. Approved, PutIntoEffect, Repeal]),
        new("140000", Industry, "P01", 2026, 2030, 320, [.. Approved, PutIntoEffect]),
        new("140000", Data, "P03", 2026, 2030, 300, [.. Approved, PutIntoEffect, Amend, Submit, Approve, RecordApproval, PutIntoEffect]),
        new("140000", Data, "P05", 2026, 2030, 290, [.. Approved, PutIntoEffect, Amend]),
        new("140000", Data, "P09", 2026, 2030, 60, Submit, Settle),
        new("140100", Data, "P02", 2016, 2020, 650, [.. Accepted, Record, Repeal]),
        new("140100", Data, "P02", 2021, 2025, 600, [.. Accepted, Record, Publish]),
        new("140100", Data, "P02", 2026, 2030, 90, [.. Approved, SendForFiling, RequestSupplement]),
        new("140100", Data, "P02", 2026, 2028, 70, [.. Approved, SendForFiling]),
        new("140100", Data, "P04", 2026, 2030, 20, Submit),
        new("140100", Data, "P06", 2026, 2030, 45, Submit, Approve),
        new("140100", Data, "P06", 2023, 2025, 400, [.. Approved, PutIntoEffect]),
        new("140105", Data, "P02", 2021, 2025, 500, [.. Accepted, Refuse]),
        new("140105", Data, "P02", 2026, 2030, 150, [.. Accepted, Record]),
        new("140105", Data, "P02", 2026, 2028, 80, [.. Approved, SendForFiling, RequestSupplement, Resubmit, Accept]),
        new("140105", Data, "P02", 2026, 2027, 30, Approved),
        new("140105", Data, "P02", 2027, 2031, 15, Discard),
        new("140105", Data, "P04", 2026, 2030, 200, [.. Approved, PutIntoEffect]),
        new("140105", Data, "P06", 2026, 2030, 5),
        new("350000", Data, "P08", 2021, 2025, 620, Submit, Settle, Publish),
        new("350000", Data, "P08", 2026, 2030, 50, Submit, Settle),
        new("350000", Data, "P08", 2026, 2028, 25, Submit, Return),
        new("130100", Data, "P07", 2023, 2025, 520, [.. Approved, Publish]),
        new("130100", Data, "P07", 2026, 2030, 40, Submit, Approve),
        new("130100", Data, "P07", 2026, 2027, 110, [.. Approved, Publish, Amend, Submit, Approve, RecordApproval, Publish]),
    ];
}
