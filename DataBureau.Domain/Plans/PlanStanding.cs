namespace DataBureau.Domain.Plans;

/// <summary>How far a region is with a kind of plan: what the matrix shows in a cell.</summary>
public enum PlanStanding
{
    [ChineseName("未编制")] None,
    [ChineseName("编制中")] Drafting,
    [ChineseName("已批准")] Approved,
    [ChineseName("已备案")] Filed,

    /// <summary>Published, or being carried out where no rule asks for publication.</summary>
    [ChineseName("已公布")] Published,

    /// <summary>A step whose time limit has run out.</summary>
    [ChineseName("逾期")] Overdue,
}

public static class PlanStandings
{
    /// <summary>The standing of a plan; <see cref="PlanStanding.None"/> for what no longer counts.</summary>
    public static PlanStanding Of(PlanState state) => state switch
    {
        PlanState.Draft or PlanState.InternalReview or PlanState.ForApproval => PlanStanding.Drafting,
        PlanState.Settled or PlanState.Approved or PlanState.PendingFiling or PlanState.Supplementing or PlanState.Accepted or PlanState.FilingRefused => PlanStanding.Approved,
        PlanState.Filed => PlanStanding.Filed,
        PlanState.InForce or PlanState.Published => PlanStanding.Published,
        PlanState.Superseded or PlanState.Repealed or PlanState.Discarded => PlanStanding.None,
    };

    /// <summary>Everything that a rule asks for has been done.</summary>
    public static bool IsDone(PlanStanding standing) => standing is PlanStanding.Filed or PlanStanding.Published;
}
