using System.Globalization;
using DataBureau.Domain;
using DataBureau.Domain.Projects;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Imports;

namespace DataBureau.Web.Features.Projects;

/// <summary>The two lists that come in as workbooks: the projects of an annual plan, and the data list of a project.</summary>
internal static class ProjectSheets
{
    public const string Code = "code";
    public const string Name = "name";
    public const string Body = "body";
    public const string Budget = "budget";
    public const string Start = "start";
    public const string Finish = "finish";
    public const string Summary = "summary";
    public const string Deployed = "deployment";
    public const string Description = "description";
    public const string Planned = "planned";

    public static readonly IReadOnlyList<SheetColumn> Projects =
    [
        new(Code, false, "项目代码", "项目编号", "项目编码", "投资项目代码"), new(Name, true, "项目名称", "名称") { Wide = true }, new(Body, true, "建设单位", "项目单位", "申报单位", "项目建设单位", "实施单位"),
        new(Budget, false, "预算（万元）", "预算", "总投资（万元）", "总投资", "投资额（万元）", "预算金额（万元）", "项目预算（万元）"), new(Start, false, "计划开工日期", "开工日期", "开始时间", "计划开始时间"),
        new(Finish, false, "计划完成日期", "完成日期", "完成时间", "计划完成时间", "竣工时间"), new(Summary, false, "建设内容", "主要建设内容", "项目内容", "建设内容及规模") { Wide = true },
        new(Deployed, false, "部署位置", "部署方式") { Choices = [.. Enum.GetValues<Deployment>().Skip(1).Select(d => d.ChineseName().Replace('，', '、'))] },
    ];

    public static readonly IReadOnlyList<SheetColumn> Items =
    [
        new(Name, true, "数据名称", "名称", "信息资源名称", "数据资源名称", "数据项名称") { Wide = true }, new(Description, false, "说明", "数据说明", "描述", "摘要") { Wide = true }, new(Planned, false, "拟编目录名称", "目录名称", "预编目录", "对应目录"),
    ];

    /// <summary>What a cell says, or a sentence of what is wrong with it. An empty cell keeps what was there.</summary>
    public static ProjectContent Read(SheetLine line, ProjectContent before, List<CellFinding> findings)
    {
        var code = line.Text(Code);
        if (line.Flags(Code).HasFlag(CellFlags.PrecisionLost))
            findings.Add(line.Fail(Code, "项目代码", $"「{code}」是被 Excel 改成科学计数法的代码，末几位已经丢失，不能使用。", "请把该列设为文本格式，从原始文件重新粘贴完整代码。"));
        else if (code?.Length > Project.CodeLimit)
            findings.Add(line.Fail(Code, "项目代码", $"项目代码超过 {Project.CodeLimit} 字。", "请核对。"));
        var content = before with
        {
            Code = code ?? before.Code,
            Name = line.Text(Name) ?? before.Name,
            Summary = line.Text(Summary) ?? before.Summary,
            Budget = Amount(line, findings) ?? before.Budget,
            StartOn = Day(line, Start, "计划开工日期", findings) ?? before.StartOn,
            FinishOn = Day(line, Finish, "计划完成日期", findings) ?? before.FinishOn,
            Deployment = Place(line, findings) ?? before.Deployment,
        };
        if (string.IsNullOrWhiteSpace(content.Name))
            findings.Add(line.Fail(Name, "项目名称", "没有填写项目名称。", "请补填。"));
        else if (!line.Bad && ProjectCheck.Limits(content) is { } refusal)
            findings.Add(line.Fail(refusal.Details is [{ Field: nameof(ProjectContent.Budget) }, ..] ? Budget : refusal.Details is [{ Field: nameof(ProjectContent.FinishOn) }, ..] ? Finish : Name, "项目", refusal.Sentence, string.Empty));
        return content;
    }

    private static decimal? Amount(SheetLine line, List<CellFinding> findings)
    {
        if (line.Text(Budget) is not { } text)
            return null;
        if (ProjectForm.Amount(text) is { } amount)
            return amount;
        findings.Add(line.Fail(Budget, "预算（万元）", $"「{text}」不是金额。", "请填以万元为单位的数字，例如 1280.5。"));
        return null;
    }

    private static DateOnly? Day(SheetLine line, string key, string title, List<CellFinding> findings)
    {
        if (line.Text(key) is not { } text)
            return null;
        if (DateInput.Read(text.Length > 10 && text[10] == ' ' ? text[..10] : text) is { } day)
            return day;
        findings.Add(line.Fail(key, title, $"「{text}」不是日期。", "请按“年-月-日”填写，例如 2026-11-03。"));
        return null;
    }

    private static Deployment? Place(SheetLine line, List<CellFinding> findings)
    {
        if (line.Text(Deployed) is not { } text)
            return null;
        var word = text.Replace('、', '，');
        foreach (var place in Enum.GetValues<Deployment>().Skip(1))
            if (place.ChineseName() == word)
                return place;
        findings.Add(line.Fail(Deployed, "部署位置", $"「{text}」不是可选的部署位置。", $"请从{string.Join('、', Enum.GetValues<Deployment>().Skip(1).Select(d => $"「{d.ChineseName()}」"))}中选择。"));
        return null;
    }

    public static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
