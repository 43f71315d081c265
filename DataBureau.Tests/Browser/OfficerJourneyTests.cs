using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Web.Files;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

/// <summary>A chief data officer from nomination to filing, removal, and the vacancy on the board, by the people who do it. axe looks at every page on the way.</summary>
[Collection(BrowserTests.Name)]
public sealed class OfficerJourneyTests(BureauServer server) : IClassFixture<BureauServer>
{
    private readonly List<string> _violations = [];

    [BrowserFact]
    public async Task Journey_NominationToFilingToRemoval_VacancyOnTheBoard()
    {
        await using var liaison = await Person.SignInAsync(server, "liaison.shijiazhuang");
        await using var head = await Person.SignInAsync(server, "head.shijiazhuang");
        await using var officer = await Person.SignInAsync(server, "reviewer.shijiazhuang");

        await liaison.Waiting("提名人选", "首席数据官岗位空缺").First.ClickAsync();
        await LookAsync(liaison);
        await liaison.Field("姓名").FillAsync("周启明");
        await liaison.Field("任职级别").SelectOptionAsync("单位负责人（副职）");
        await liaison.Field("职务").FillAsync("副局长");
        await liaison.Field("联系电话").FillAsync("13803110001");
        await liaison.Button("保存").ClickAsync();
        await liaison.ExpectStatusAsync("已提名周启明");
        await LookAsync(liaison);
        var id = Guid.Parse(new Uri(liaison.Page.Url).Segments[^1]);

        await head.OpenAsync($"/chief-data-officers/{id}");
        await Expect(head.Button("任命")).ToBeDisabledAsync();
        await Expect(head.Page.GetByText("请填写任命文件的文号。")).ToBeVisibleAsync();
        await liaison.Link("编辑").ClickAsync();
        await liaison.Field("任命文号").FillAsync("石民发〔2026〕8号");
        await liaison.Field("发文日期").FillAsync("2026-11-02");
        await liaison.Field("任职日期").FillAsync("2026-11-02");
        await liaison.Field("任职日期").BlurAsync();
        await liaison.Button("3 年（至 2029-11-01）").ClickAsync();
        await Expect(liaison.Field("任期截止")).ToHaveValueAsync("2029-11-01");
        await liaison.Button("保存").ClickAsync();
        await liaison.ExpectStatusAsync("已保存");

        await head.Button("载入最新内容").ClickAsync();
        await head.Button("任命").ClickTwiceAsync();
        await head.ExpectStatusAsync("已任命");
        await LookAsync(head);
        await AttachAsync(id);
        await liaison.ReloadAsync();
        await liaison.Button("报备").ClickAsync();
        await liaison.ExpectStatusAsync("已向石家庄市数据局报备。");

        await officer.OpenAsync("/chief-data-officers/roster?view=Waiting");
        await LookAsync(officer);
        await Expect(officer.Page.GetByText("138****0001")).ToBeVisibleAsync();
        await officer.Button("显示号码 周启明").ClickAsync();
        await Expect(officer.Page.GetByText("13803110001")).ToBeVisibleAsync();
        await officer.Link("周启明").ClickAsync();
        await officer.Button("受理").ClickAsync();
        await officer.ExpectStatusAsync("已受理");
        await officer.Button("予以备案").ClickAsync();
        await officer.ExpectStatusAsync("已备案，备案号 130100-SXSJ-2026-0001。");
        await LookAsync(officer);

        await head.ReloadAsync();
        await head.Button("免去").ClickAsync();
        await LookAsync(head);
        await head.Button("办理免去").ClickAsync();
        await head.ExpectAlertAsync("免去必须填写意见");
        await head.Field("意见").FillAsync("工作调动。");
        await head.Field("免职文号").FillAsync("石民任〔2026〕9号");
        await head.Field("免职发文日期").FillAsync("2026-11-02");
        await head.Button("办理免去").ClickAsync();
        await Expect(head.Page.GetByText("办理后岗位空缺，会列入本单位待办")).ToBeVisibleAsync();
        await head.Button("确定免去").ClickAsync();
        await head.ExpectStatusAsync("岗位现已空缺");

        await officer.OpenAsync("/chief-data-officers");
        await LookAsync(officer);
        await officer.Page.GetByLabel("石家庄市（本级） 政务部门 空缺", new() { Exact = false }).First.ClickAsync();
        await Expect(officer.Link("石家庄市民政局")).ToBeVisibleAsync();
        await LookAsync(officer);
        await officer.Link("石家庄市民政局").ClickAsync();
        await Expect(officer.Region("首席数据官").GetByText("空缺").First).ToBeVisibleAsync();
        await LookAsync(officer);
        await liaison.OpenAsync("/");
        await Expect(liaison.Waiting("提名人选", "首席数据官岗位空缺").First).ToBeVisibleAsync();
        Assert.True(_violations.Count == 0, string.Join(Environment.NewLine, _violations));
    }

    [BrowserFact]
    public async Task Nominate_TwoTabsForOnePost_OneWins()
    {
        var unit = await UnitAsync("太原市民政局");
        await using var one = await Person.SignInAsync(server, "liaison.taiyuan");
        await using var other = await Person.SignInAsync(server, "liaison.taiyuan");
        foreach (var (person, name) in new[] { (one, "甲"), (other, "乙") })
        {
            await person.OpenAsync($"/chief-data-officers/new?unit={unit}&post=ChiefDataOfficer");
            await person.Field("姓名").FillAsync(name);
        }

        await one.Button("保存").ClickAsync();
        await one.ExpectStatusAsync("已提名甲");
        await other.Button("保存").ClickAsync();

        await other.ExpectAlertAsync("已有正在办理的提名");
        await Expect(other.Field("姓名")).ToHaveValueAsync("乙");
        Assert.Empty(await other.Page.ViolationsAsync());
    }

    [BrowserFact]
    public async Task Scheme_OwnOfASilentProvince_IsOnTheBoard()
    {
        await using var admin = await Person.SignInAsync(server, "sysadmin.fujian");
        await admin.OpenAsync("/admin/officer-scheme/350000");
        await admin.Field("本级设置").SelectOptionAsync("自设：应设");
        await admin.Field("政务部门（有信息化机构）设首席数据官").CheckAsync();
        await admin.Button("保存").ClickAsync();
        await Expect(admin.Page.GetByText("请写明设置依据").First).ToBeVisibleAsync();
        await LookAsync(admin);
        await admin.Field("设置依据").FillAsync("省局2026年第3次局务会");
        await admin.Button("保存").ClickAsync();
        await admin.ExpectStatusAsync("已保存");

        await using var leader = await Person.SignInAsync(server, "leader.fujian");
        await leader.OpenAsync("/chief-data-officers");
        await Expect(leader.Page.GetByLabel("福建省（本级） 政务部门 空缺", new() { Exact = false }).First).ToBeVisibleAsync();
        Assert.Equal(200, (await leader.GetAsync("/export/officer-coverage.xlsx")).Status);
        Assert.Equal(200, (await leader.GetAsync("/export/officers.xlsx?phones=1")).Status);
        Assert.Equal(200, (await leader.GetAsync("/export/officer-units.xlsx?figure=Vacant")).Status);
        Assert.True(_violations.Count == 0, string.Join(Environment.NewLine, _violations));
    }

    private async Task LookAsync(Person person)
    {
        await person.InteractiveAsync();
        await Expect(person.Page.GetByText("正在读取…")).ToHaveCountAsync(0);
        _violations.AddRange((await person.Page.ViolationsAsync()).Select(v => $"{person.Page.Url}: {v}"));
    }

    private async Task<Guid> UnitAsync(string name)
    {
        await using var db = server.OpenDb();
        return await db.Organisations.Where(o => o.Name == name).Select(o => o.Id).SingleAsync();
    }

    private async Task AttachAsync(Guid id)
    {
        await using var db = server.OpenDb();
        db.Attachments.Add(new Attachment
        {
            Id = Guid.NewGuid(), CaseKind = OfficerAppointment.CaseKind, CaseId = id, Slot = OfficerFields.DocumentSlot, OrganisationId = await UnitAsync("石家庄市民政局"), FileName = "任命文件.pdf", ContentKind = ContentKind.Pdf, Size = 1,
            Sha256 = new string('0', 64), UploadedById = Guid.NewGuid(), UploadedByName = "某人", UploadedAt = DateTimeOffset.UnixEpoch,
        });
        await db.SaveChangesAsync();
    }
}
