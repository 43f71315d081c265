using DataBureau.Domain.Access;
using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Catalogue.Import;
using DataBureau.Domain.Workflow;
using DataBureau.Tests.Features.Catalogue;
using DataBureau.Web.Commands;
using DataBureau.Web.Features.Catalogue.Import;
using DataBureau.Web.Features.Imports;

namespace DataBureau.Tests.Architecture.SqlServer;

internal static partial class SqlServerFlows
{
    private static async Task ImportAsync(SqlServerWorkbench w)
    {
        var entry = w.PutEntry();
        var rows = Enumerable.Range(0, 1200).Select(n => ImportKit.Row($"新目录{n}")).Append(ImportKit.Row(entry.Content.Name, frequency: "每日")).ToList();
        var request = new ImportRequest(ImportKit.Csv(rows), "一批.csv", w.Organisation.Id);
        var import = w.Get<ImportService>();

        var check = ImportKit.Report(await import.CheckAsync(request, null, default));
        Assert.Equal(new ImportCounts(1201, 1200, 1, 0, 0), check.Counts);
        var mapping = new ColumnMapping([new(CatalogueField.Name, 0), new(CatalogueField.UpdateFrequency, 9)]);
        var mapped = request with { Choices = ImportChoices.None.With(new(check.Layouts[0].Layout!.Fingerprint, mapping)) };
        Assert.Equal(1200, ImportKit.Report(await import.ImportAsync(mapped, ImportAcceptance.All, null, default)).Counts.Imported);
        w.Samples.Put(new ImportLayout { OrganisationId = w.Organisation.Id, Fingerprint = "一", MappingJson = "{}", UpdatedAt = DateTimeOffset.UnixEpoch });
        ImportKit.Report(await import.ImportAsync(mapped, ImportAcceptance.All, null, default));

        w.Become(Role.Reviewer, GrantScope.Region);
        var unknown = request with { Path = ImportKit.Csv(Enumerable.Range(0, 60).Select(n => ImportKit.Row($"他处目录{n}", provider: $"山西省新办{n}"))), CreateOrganisations = true };
        Assert.Equal(60, ImportKit.Report(await import.ImportAsync(unknown, ImportAcceptance.All, null, default)).Counts.Imported);

        w.Become(Role.Liaison);
        var published = w.PutEntry(CatalogueAction.Submit, CatalogueAction.Approve, CatalogueAction.Approve, CatalogueAction.Publish);
        var revised = ImportKit.Report(await import.ImportAsync(request with { Path = ImportKit.Csv(ImportKit.Row(published.Content.Name, frequency: "每日")) }, ImportAcceptance.All, null, default));
        Assert.Equal(1, revised.Counts.Updated);

        // The command finds its organisation and its user in ways of its own.
        Assert.Equal(CommandRunner.Done, await ImportCommand.RunAsync(w.Services, CommandLine.Parse(["import", request.Path, "--organisation", w.Organisation.Code, "--as", "someone", "--dry-run"]), TextWriter.Null, default));
    }
}
