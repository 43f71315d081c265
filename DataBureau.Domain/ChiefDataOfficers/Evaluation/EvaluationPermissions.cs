using DataBureau.Domain.Workflow;

namespace DataBureau.Domain.ChiefDataOfficers.Evaluation;

public static class EvaluationPermissions
{
    public static readonly Permission View = new("officer-evaluation.view", "查看履职评价");

    /// <summary>Write the duty report and the own scores of the own body.</summary>
    public static readonly Permission SelfScore = new("officer-evaluation.self-score", "填报履职自评");

    /// <summary>Begin evaluations, score, decide the grade, file the result.</summary>
    public static readonly Permission Score = new("officer-evaluation.score", "评定履职评价");

    /// <summary>Draw up and enable sets of indicators.</summary>
    public static readonly Permission Indicators = new("officer-evaluation.indicators", "管理履职评价指标");

    public static readonly Permission Export = new("officer-evaluation.export", "导出履职评价");
}
