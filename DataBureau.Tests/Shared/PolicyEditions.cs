using System.Text.Json.Nodes;
using DataBureau.Domain.Policy;

namespace DataBureau.Tests.Shared;

/// <summary>An edition of a province's rules that no program carries: its plans are as shipped, but nothing is filed.</summary>
internal static class PolicyEditions
{
    public const string Unfiled = "140000@unfiled";
    public const string UnfiledName = "山西省（不要求备案的试行文本）";

    private static readonly Lazy<string> Written = new(Write);

    /// <summary>A folder with the edition's file.</summary>
    public static string Folder => Written.Value;

    public static string Text()
    {
        using var reader = new StreamReader(typeof(PolicyLibrary).Assembly.GetManifestResourceStream("jurisdictions/140000.json")!);
        var shipped = JsonNode.Parse(reader.ReadToEnd())!;
        var plans = shipped["plans"]!.DeepClone();
        foreach (var kind in plans["kinds"]!.AsArray())
            kind!["filing"] = null;
        return new JsonObject { ["region"] = "140000", ["edition"] = "unfiled", ["name"] = UnfiledName, ["inherits"] = null, ["packs"] = new JsonArray(), ["plans"] = plans }.ToJsonString();
    }

    private static string Write()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "policy-editions-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "unfiled.json"), Text());
        return folder;
    }
}
