using System.Text.Json;
using DataBureau.Web.Data;
using DataBureau.Web.Features.Catalogue.Import;
using Microsoft.EntityFrameworkCore;

namespace DataBureau.Web.Features.Imports;

/// <summary>What was settled for the columns of a header, known for the next file of the same header.</summary>
internal static class RememberedLayouts
{
    /// <returns>Mappings as JSON, by the fingerprint of the header. Those of all imports: a fingerprint is of one.</returns>
    public static Task<Dictionary<string, string>> ReadAsync(BureauDbContext db, Guid organisationId, CancellationToken cancellationToken) =>
        db.ImportLayouts.AsNoTracking().Where(l => l.OrganisationId == organisationId).ToDictionaryAsync(l => l.Fingerprint, l => l.MappingJson, cancellationToken);

    /// <summary>Saved by the caller, with what was imported.</summary>
    public static async Task KeepAsync(BureauDbContext db, Guid organisationId, string fingerprint, string json, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.ImportLayouts.FindAsync([organisationId, fingerprint], cancellationToken) is { } known)
            (known.MappingJson, known.UpdatedAt) = (json, now);
        else
            db.ImportLayouts.Add(new ImportLayout { OrganisationId = organisationId, Fingerprint = fingerprint, MappingJson = json, UpdatedAt = now });
    }

    /// <summary>What was settled for the heading of a plain list. Saved by the caller, with what was imported.</summary>
    public static async Task KeepAsync(BureauDbContext db, ImportRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var (fingerprint, mapping) in request.Choices.Lists)
            await KeepAsync(db, request.OrganisationId, fingerprint, JsonSerializer.Serialize(mapping), now, cancellationToken);
    }
}
