using DataBureau.Domain.Catalogue;
using DataBureau.Tests.Shared;
using static Microsoft.Playwright.Assertions;

namespace DataBureau.Tests.Browser;

/// <summary>What a person may not do is refused at the door, whatever address is typed.</summary>
[Collection(BrowserTests.Name)]
public sealed class BoundaryTests(BureauServer server) : IClassFixture<BureauServer>
{
    [BrowserFact]
    public async Task Entry_OfAnotherDepartment_IsNotFoundByAnyAddress()
    {
        var id = await server.EntryAsync(Contents.Complete("养老机构基本信息"));
        await using var other = await Person.SignInAsync(server, "liaison.taiyuan");

        await other.OpenAsync($"/catalogue/{id}");
        await Expect(other.Heading).ToHaveTextAsync("没有找到这条目录");
        Assert.DoesNotContain("养老机构基本信息", await other.Page.ContentAsync(), StringComparison.Ordinal);
        await other.OpenAsync($"/catalogue/{id}/edit");
        await Expect(other.Heading).ToHaveTextAsync("没有找到可以编辑的目录");
        Assert.Equal(404, (await other.GetAsync($"/catalogue/{id}/form.xlsx")).Status);
    }

    [BrowserFact]
    public async Task Edit_OwnDepartmentWithoutTheRight_SaysWhatIsMissing()
    {
        var id = await server.EntryAsync(Contents.Complete("社会组织登记信息"));
        await using var head = await Person.SignInAsync(server, "head");
        head.ExpectedErrors.Add("403");

        await head.Page.GotoAsync($"/catalogue/{id}/edit");
        await head.InteractiveAsync();

        await Expect(head.Heading).ToHaveTextAsync("您没有打开这个页面的权限");
        await Expect(head.Page.GetByText("缺少权限「编制数据目录」")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Edit_EntryUnderReview_CannotBeOpened()
    {
        var id = await server.EntryAsync(Contents.Complete("殡葬服务机构信息"), CatalogueAction.Submit);
        await using var liaison = await Person.SignInAsync(server, "liaison");

        await liaison.OpenAsync($"/catalogue/{id}/edit");

        await Expect(liaison.Heading).ToHaveTextAsync("没有找到可以编辑的目录");
    }

    [BrowserFact]
    public async Task Export_WithoutPermission_IsRefused()
    {
        await using var anonymous = await Person.ArriveAsync(server);
        await using var administrator = await Person.SignInAsync(server, "sysadmin");

        var refused = await anonymous.GetAsync("/export/catalogue.xlsx");
        Assert.Equal(302, refused.Status);
        Assert.Contains("/account/login", refused.Headers["location"], StringComparison.Ordinal);
        var denied = await administrator.GetAsync("/export/catalogue.xlsx?state=Published");
        Assert.Equal(302, denied.Status);
        await administrator.OpenAsync(new Uri(denied.Headers["location"]).PathAndQuery);
        await Expect(administrator.Heading).ToHaveTextAsync("您没有打开这个页面的权限");
    }

    [BrowserFact]
    public async Task Upload_WithoutAntiforgeryToken_IsRefused()
    {
        await using var liaison = await Person.SignInAsync(server, "liaison");
        var file = await Sheets.FileAsync("目录.xlsx", Sheets.Row("地名信息"));
        server.ExpectedErrors.Add("Invalid anti-forgery token");

        Assert.Equal(400, (await liaison.PostFileAsync("/catalogue/import/upload", file.Name, file.Buffer)).Status);
        Assert.Equal(400, (await liaison.PostFileAsync("/account/logout", file.Name, file.Buffer)).Status);
    }

    [BrowserFact]
    public async Task Upload_OfAnotherPerson_CannotBeReached()
    {
        await using var liaison = await Person.SignInAsync(server, "liaison");
        await liaison.OpenAsync("/catalogue/import");
        await liaison.Field("选择文件").SetInputFilesAsync(await Sheets.FileAsync("本单位目录.xlsx", Sheets.Row("地名信息", frequency: "看情况")));
        await Expect(liaison.Page.GetByText("已上传：本单位目录.xlsx")).ToBeVisibleAsync();
        await liaison.Page.WaitForURLAsync("**/catalogue/import?file=*");
        var file = System.Web.HttpUtility.ParseQueryString(new Uri(liaison.Page.Url).Query)["file"];
        await using var other = await Person.SignInAsync(server, "reviewer");

        Assert.Equal(200, (await liaison.GetAsync($"/catalogue/import/{file}/errors.xlsx")).Status);
        Assert.Equal(404, (await other.GetAsync($"/catalogue/import/{file}/errors.xlsx")).Status);
        await other.OpenAsync($"/catalogue/import?file={file}");
        await Expect(other.Button("检查")).ToBeDisabledAsync();
        await liaison.ReloadAsync();
        await Expect(liaison.Page.GetByText("已上传：本单位目录.xlsx")).ToBeVisibleAsync();
    }
}
