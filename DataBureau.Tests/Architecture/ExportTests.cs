using System.Text.RegularExpressions;
using DataBureau.Web;
using DataBureau.Web.Data;
using DataBureau.Web.Excel;
using DataBureau.Web.Features.Users.Import;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Tests.Architecture;

/// <summary>What a page shows as a table, a matrix or a case can be taken away from that page.</summary>
public sealed partial class ExportTests
{
    /// <summary>Pages with a table that is not a list of the office's matters, each with its reason.</summary>
    private static readonly IReadOnlyDictionary<string, string> Exceptions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["/account/login"] = "the people of the demonstration, in development only",
        ["/audit/{Id:long}"] = "one row of the audit: the list's export has it, narrowed by its filter",
        ["/exports"] = "the exports themselves; what was taken is exported from /exports/taken",
        ["/notifications/settings"] = "a form of check boxes",
        ["/admin/users/{Id:guid}"] = "one account: the list's export has its roles",
        ["/admin/officer-scheme/{Region}"] = "a form; the list's export has what is set",
        ["/catalogue/new"] = "a form to fill in; the entry's own page prints it",
        ["/plans/new"] = "a form to fill in; the plan's own page prints it",
        ["/plans/implementation/new"] = "a form to fill in; the plan's own page prints it",
        ["/plans/bases/new"] = "a form to fill in; the application's own page prints it",
        ["/help/{Area}"] = "explains the program; holds nothing of the office",
        ["/admin/jurisdictions/{Id:guid}"] = "one switch of rules: the list's export has it",
        ["/admin/organisations/new"] = "a form to fill in; the list has what it makes",
        ["/admin/jurisdictions/new"] = "a form, with what it would change",
        ["/admin/organisations/{Id:guid}/change"] = "a form, with what it would move; afterwards the histories have it",
        ["/projects/new"] = "a form to fill in; the project's own page prints it",
        ["/chief-data-officers/new"] = "a form to fill in; the appointment's own page prints it",
        ["/consultations/new"] = "a form to fill in; the consultation's own page prints it",
    };

    private static readonly IReadOnlyList<SourceFile> Sources = SourceTree.Files("DataBureau.Web", ".razor", ".razor.cs", "CasePage.cs");

    [Fact]
    public void Pages_ThatShowATableOrACase_OfferAnExport()
    {
        var pages = Sources.Where(f => f.Name.EndsWith(".razor", StringComparison.Ordinal) && Page().IsMatch(f.Text)).ToList();
        var wanting = pages.Where(p => ShowsMatters(Whole(p)) && !OffersExport(Whole(p))).Select(p => Page().Match(p.Text).Groups["route"].Value).ToList();

        Assert.True(pages.Count > 50, $"{pages.Count} pages");
        Assert.True(!wanting.Except(Exceptions.Keys, StringComparer.Ordinal).Any(), string.Join(Environment.NewLine, wanting.Except(Exceptions.Keys, StringComparer.Ordinal)));
        // An exception that is none any more is no longer said.
        Assert.Empty(Exceptions.Keys.Except(wanting, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Registry_HoldsEveryWorkbookThatIsMapped_AndEachIsOfferedOnAPage()
    {
        await using var app = Build();
        var registered = app.Services.GetRequiredService<ExportRegistry>().All;
        var mapped = ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Where(a => a.EndsWith(".xlsx", StringComparison.Ordinal)).ToList();

        // Templates are empty, the workbook with the mistakes is the person's own file coming back, and first passwords are handed out once.
        Assert.Empty(mapped.Where(a => a != PeopleEndpoints.Passwords && !a.EndsWith("template.xlsx", StringComparison.Ordinal) && !a.EndsWith("/errors.xlsx", StringComparison.Ordinal)).Except(registered.Select(r => r.Address), StringComparer.Ordinal));
        Assert.Empty(registered.Where(r => !Sources.Any(f => Offered(r.Address).IsMatch(f.Text))).Select(r => r.Address));
        Assert.All(registered, r => Assert.Matches("\\p{IsCJKUnifiedIdeographs}", r.Title));
        Assert.Equal(Enum.GetValues<ExportKind>(), registered.Select(r => r.Kind).Distinct().Order());
    }

    [Fact]
    public async Task Registry_AsksForThePermissionThatTheEndpointAsksFor()
    {
        await using var app = Build();
        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().ToList();

        foreach (var export in app.Services.GetRequiredService<ExportRegistry>().All)
        {
            var asked = endpoints.Single(e => "/" + e.RoutePattern.RawText!.TrimStart('/') == export.Address).Metadata.GetOrderedMetadata<IAuthorizeData>();
            Assert.NotEmpty(asked);
            Assert.Equal(export.Permission?.Key, asked.Select(a => a.Policy).OfType<string>().SingleOrDefault());
        }
    }

    [Theory]
    [InlineData("<DataTable TRow=\"X\" />", true, false)]
    [InlineData("<table class=\"plain-table\"></table>", true, false)]
    [InlineData("<WorkflowActions /><a href=\"/x/@id/form.xlsx\">审核表</a>", true, true)]
    [InlineData("<FilterBar ExportHref=\"/export/x.xlsx\" /><DataTable />", true, true)]
    [InlineData("<p>没有表格</p>", false, false)]
    public void Rules_ShownAPage_SeeIt(string razor, bool shows, bool offers)
    {
        Assert.Equal(shows, ShowsMatters(razor));
        Assert.Equal(offers, OffersExport(razor));
    }

    [GeneratedRegex("^@page \"(?<route>[^\"]+)\"", RegexOptions.Multiline)]
    private static partial Regex Page();

    [GeneratedRegex("<(?<tag>[A-Z][A-Za-z]+)|@inherits (?<tag>[A-Z][A-Za-z]+)")]
    private static partial Regex Component();

    private static bool ShowsMatters(string text) => text.Contains("<DataTable", StringComparison.Ordinal) || text.Contains("<table", StringComparison.Ordinal) || text.Contains("<WorkflowActions", StringComparison.Ordinal);

    private static bool OffersExport(string text) => text.Contains(".xlsx", StringComparison.Ordinal);

    /// <summary>An address as a source writes it: places for the case are filled in somehow.</summary>
    private static Regex Offered(string address) => new(Regex.Replace(Regex.Escape(address), @"\\\{[^}]+}", "[^\"/]+"), RegexOptions.None, TimeSpan.FromSeconds(5));

    /// <summary>The page with the features' components it is made of.</summary>
    private static string Whole(SourceFile page)
    {
        var (seen, open, text) = (new HashSet<string>(StringComparer.Ordinal) { page.Name }, new Stack<SourceFile>([page]), "");
        while (open.TryPop(out var file))
        {
            text += file.Text;
            foreach (var part in Sources.Where(f => f.Name == file.Name + ".cs" || (!f.Name.StartsWith("DataBureau.Web/Components/", StringComparison.Ordinal) && Component().Matches(file.Text).Any(m => f.Name.EndsWith($"/{m.Groups["tag"].Value}.razor", StringComparison.Ordinal)))))
                if (seen.Add(part.Name))
                    open.Push(part);
        }

        return text;
    }

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development", ApplicationName = "DataBureau.Web" });
        builder.AddBureau(new DatabaseOptions(DatabaseProvider.PostgreSql, "Host=nowhere", null, "none"));
        var app = builder.Build();
        app.MapBureau();
        return app;
    }
}
