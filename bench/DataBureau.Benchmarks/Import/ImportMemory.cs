using DataBureau.Web.Data;

namespace DataBureau.Benchmarks.Import;

/// <summary>In a process of its own: how far memory rises while the listing is checked.</summary>
internal static class ImportMemory
{
    public static async Task RunAsync(DatabaseOptions database, string path)
    {
        await using var dryRun = await DryRun.OpenAsync(database);
        using (var cold = MemoryWatch.StartHere())
        {
            await dryRun.CheckAsync(path, createOrganisations: true);
            Child.Say("cold", cold.StopMegabytes());
        }

        foreach (var create in (bool[])[true, false])
        {
            using var watch = MemoryWatch.StartHere();
            await dryRun.CheckAsync(path, create);
            Child.Say(create ? "registering" : "strict", watch.StopMegabytes());
        }
    }
}
