using System.Globalization;
using ClosedXML.Excel;
using DataBureau.Domain.Consultations;
using DataBureau.Domain.Projects;
using DataBureau.Tests.Shared;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Consultations;
using DataBureau.Web.Workflow;
using static DataBureau.Tests.Features.Consultations.ConsultationKit;

namespace DataBureau.Tests.Features.Consultations;

/// <summary>会商函 and 会商意见汇总表: what somebody has to know who has nothing but the paper.</summary>
[Trait("Category", "Service")]
public sealed class ConsultationPaperTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly ConsultationKit _kit = new(bureau.Services);

    [Fact]
    public async Task Letter_SentByRule_NamesTheProvisionAndTheDay()
    {
        var view = await SentByRuleAsync();

        var cells = await CellsAsync(ConsultationWorkbook.Letter(view, []));

        var basis = view.Policy.BasisOf(view.Rule!.Mechanism)!;
        Assert.Contains(cells, c => c.Contains(basis.Citations[0].Text, StringComparison.Ordinal));
        var due = view.Deadline!.Reading.DueOn!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Contains(cells, c => c.StartsWith($"请于 {due} 前（含当日，5 个工作日）反馈", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Letter_AllHaveAnswered_StillSaysTheDay()
    {
        var view = await SentByRuleAsync();
        var due = view.Deadline!.Reading.DueOn!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var who in new[] { "liaison", "govinfo" })
            await _kit.SaidAsync(view, who, OpinionKind.Agree);
        view = await _kit.DoAsync(await _kit.FindAsync(view.Id), ConsultationAction.CloseRound);
        Assert.Null(view.Deadline);

        var cells = await CellsAsync(ConsultationWorkbook.Letter(view, []));

        Assert.Contains(cells, c => c.StartsWith($"请于 {due} 前（含当日，5 个工作日）反馈", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Opinions_SomeHaveAnswered_BeginWithTheTally()
    {
        var view = await SentByRuleAsync();
        await _kit.SaidAsync(view, "liaison", OpinionKind.Agree);
        view = await _kit.FindAsync(view.Id);

        var cells = await CellsAsync(ConsultationWorkbook.Opinions(view, []));

        var tally = cells.IndexOf("意见统计");
        Assert.Equal(["事项", "同意", "原则同意", "不同意", "无意见", "未反馈", "事项 1", "1", "0", "0", "0", "1"], cells.Skip(tally + 1).Take(12));
        Assert.True(tally < cells.FindIndex(c => c.StartsWith("事项 1　", StringComparison.Ordinal)));
    }

    private async Task<ConsultationView> SentByRuleAsync()
    {
        var view = Done(await _kit.AsAsync<ConsultationService, Outcome<ConsultationView>>(Convenor, s => s.CreateAsync(ConsultationTrigger.ProjectReply, null, null, Content())));
        view = Done(await _kit.ConveneAsync(s => s.AddQuestionAsync(view.Id, view.Version, "是否同意？")));
        var civil = await _kit.BodyAsync("山西省民政厅");
        view = Done(await _kit.ConveneAsync(s => s.InviteAsync(view.Id, view.Version, civil)));
        await _kit.AttachAsync(view);
        return await _kit.DoAsync(await _kit.FindAsync(view.Id), ConsultationAction.Send);
    }

    private static async Task<List<string>> CellsAsync(FormWorkbook form)
    {
        using var saved = new MemoryStream();
        using (form)
            await form.SaveAsync(saved);
        saved.Position = 0;
        using var book = new XLWorkbook(saved);
        return [.. book.Worksheets.Single().CellsUsed().Select(c => c.GetString())];
    }
}
