using DataBureau.Domain.Catalogue;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Policy;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Features.Imports;

namespace DataBureau.Web.Features.Catalogue.Import;

/// <summary>A workbook read, matched and judged: what an import would do.</summary>
internal sealed record ImportPlan(
    Actor Actor, Organisation Target, JurisdictionPolicy Policy, WorkbookReading Reading, IReadOnlyList<MatchedRow> Rows, IReadOnlyList<(string Name, int Rows)> UnknownProviders)
{
    public ImportCounts Counts() => new(Rows.Count,
        Rows.Count(r => r.Fate == ImportFate.New),
        Rows.Count(r => r.Fate is ImportFate.Update or ImportFate.Revision),
        Rows.Count(r => r.Fate == ImportFate.Unchanged),
        Rows.Count(r => r.Fate == ImportFate.Rejected));

    public ImportReport Report(ImportCounts counts, Guid? packageId)
    {
        var incomplete = Rows.Count(r => r.Fate is ImportFate.New && CatalogueCheck.Findings(r.Row.Content, Policy).Any(f => f.Severity == FindingSeverity.Blocking));
        return new ImportReport(counts, InOrder(Reading.Errors), Reading.Layouts, UnknownProviders, incomplete, packageId) { Warnings = InOrder(Reading.Warnings), Skipped = Reading.Skipped };
    }

    private static IReadOnlyList<ImportError> InOrder(List<ImportError> found) => [.. found.OrderBy(e => e.Sheet, StringComparer.Ordinal).ThenBy(e => e.Row).ThenBy(e => e.Column)];
}
