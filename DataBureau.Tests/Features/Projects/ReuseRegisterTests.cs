using Bunit;
using DataBureau.Domain.Projects;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Tests.Shared;
using DataBureau.Web.Features.Projects;
using DataBureau.Web.Workflow;
using static DataBureau.Tests.Features.Projects.ProjectKit;

namespace DataBureau.Tests.Features.Projects;

/// <summary>J05 over the real register: what a reuse table names is looked up where the builder may build on it.</summary>
[Trait("Category", "Service")]
public sealed class ReuseRegisterTests(BureauFixture bureau) : IClassFixture<BureauFixture>
{
    private readonly ProjectKit _kit = new(bureau);

    [Fact]
    public async Task Submit_ReuseOfTheRegister_GoesThroughUntilTheComponentIsRetired()
    {
        var component = await RegisterAsync("养老服务统一支付", "liaison");
        var project = await WithReuseAsync(component, byName: false);

        project = Done(await _kit.ActAsync(project, ProjectAction.Submit));
        project = Done(await _kit.ActAsync(project, ProjectAction.Withdraw));
        await bureau.AsAsync<ComponentService, Outcome<ComponentRow>>("reviewer", s => s.BecomeAsync(component.Id, component.Version, ComponentStatus.Retired, "由新平台接替。"));

        var refusal = Refused(await _kit.ActAsync(await FindAsync(project.Id), ProjectAction.Submit));
        Assert.Equal(("ProjectReuseOpen", "J05"), (refusal.Code, refusal.Basis?.Mechanism));
        Assert.Contains("「养老服务统一支付」已经停用", refusal.Details.Single().Sentence, StringComparison.Ordinal);
        await using var liaison = await PageContext.AsAsync(bureau, "liaison");
        liaison.Context.JSInterop.Mode = JSRuntimeMode.Loose;
        var view = await FindAsync(project.Id);
        var tab = liaison.Context.Render<ProjectReuseTab>(p => p.Add(t => t.View, view));
        Assert.Contains("已经停用", tab.Find("[aria-label=复用检查表待补齐]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_ComponentOfANeighboursRegister_IsNotOursToBuildOn()
    {
        var component = await RegisterAsync("闽政通统一支付", "liaison.fujian");
        var project = await WithReuseAsync(component, byName: true);

        Assert.Contains("不在登记册中", Refused(await _kit.ActAsync(project, ProjectAction.Submit)).Details.Single().Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Editor_PlatformInNoRegister_IsMarkedWithItsOwnerAndSaidSoOnTheForm()
    {
        var project = await _kit.ProjectAsync(ProjectState.Draft);
        var form = ProjectForm.Of(project.Content with { Reuse = [new("人口核验", ReuseConclusion.Reusable, null, "国家人口库", null)] });
        (form.Reuse[0].Unregistered, form.Reuse[0].Owner) = (true, " 公安部 ");
        var content = form.Read(new Dictionary<string, string>());

        project = Done(await bureau.AsAsync<ProjectService, Outcome<ProjectDetailView>>("liaison", s => s.SaveAsync(project.Id, project.Version, content)));

        Assert.Equal((true, "公安部"), (project.Content.Reuse[0].Unregistered, project.Content.Reuse[0].Owner));
        Done(await _kit.ActAsync(project, ProjectAction.Submit));
        // What was chosen from the register keeps no mark.
        form.Reuse[0].ComponentId = Guid.NewGuid();
        Assert.False(form.Read(new Dictionary<string, string>()).Reuse[0].Unregistered);
    }

    [Fact]
    public void StoredRows_OfBeforeTheMark_AreReadAsNotMarked()
    {
        using var db = bureau.OpenDb();
        var reuse = db.Model.FindEntityType(typeof(Project))!.FindComplexProperty(nameof(Project.Content))!.ComplexType.FindProperty(nameof(ProjectContent.Reuse))!;

        var rows = (IReadOnlyList<ReuseRow>)reuse.GetValueConverter()!.ConvertFromProvider("""[{"capability":"统一身份认证","conclusion":"Reusable","componentId":null,"componentName":"统一身份认证平台","reason":null}]""")!;

        Assert.Equal(new ReuseRow("统一身份认证", ReuseConclusion.Reusable, null, "统一身份认证平台", null), rows.Single());
    }

    private async Task<ComponentRow> RegisterAsync(string name, string who) =>
        Assert.IsType<Outcome<ComponentRow>.Done>(await bureau.AsAsync<ComponentService, Outcome<ComponentRow>>(who, s => s.RegisterAsync(new ComponentContent { Name = name, Capabilities = ["统一支付"] }))).View;

    private async Task<ProjectDetailView> WithReuseAsync(ComponentRow component, bool byName)
    {
        var content = Content() with { NoDataReason = "只建设网络链路。", Reuse = [new("统一支付", ReuseConclusion.Reusable, byName ? null : component.Id, component.Name, null)] };
        return Done(await _kit.CreateAsync(content));
    }

    private async Task<ProjectDetailView> FindAsync(Guid id) => (await bureau.AsAsync<ProjectService, ProjectDetailView?>("liaison", s => s.FindAsync(id, default)))!;
}
