using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using DataBureau.Domain;
using DataBureau.Web.Data;

namespace DataBureau.Tests.Architecture;

public sealed partial class LayerTests
{
    /// <summary>What asks the machine for something: time, chance, files, the network, threads.</summary>
    private static readonly string[] ImpureTypes =
        ["System.IO.File", "System.IO.Directory", "System.IO.FileStream", "System.IO.FileInfo", "System.IO.Path", "System.Random", "System.Console", "System.Threading.Thread", "System.Diagnostics.Stopwatch", "System.TimeProvider"];

    private static readonly string[] ImpureMembers =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.Guid.NewGuid", "System.Guid.CreateVersion7",
    ];

    private static readonly string DomainAssembly = typeof(ChineseNameAttribute).Assembly.Location;
    private static readonly string WebAssembly = typeof(BureauDbContext).Assembly.Location;

    [Fact]
    public void Domain_References_OnlyTheBaseLibrary()
    {
        Assert.All(References(DomainAssembly), r => Assert.StartsWith("System.", r, StringComparison.Ordinal));
        Assert.Contains(References(WebAssembly), r => r.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));
    }

    [Fact]
    public void Domain_AsksForNoTimeChanceFileOrTask() => Assert.Empty(Impurities(DomainAssembly));

    [Fact]
    public void Impurities_OfTheWebProgram_AreSeen()
    {
        var seen = Impurities(WebAssembly).ToList();

        Assert.Contains("System.IO.File", seen);
        Assert.Contains("System.Guid.NewGuid", seen);
        Assert.Contains("System.Threading.Tasks.Task", seen);
    }

    [Fact]
    public void Web_OutsideData_SpeaksNoProvidersLanguage() =>
        Assert.Empty(SourceTree.Files("DataBureau.Web", ".cs", ".razor").Where(f => !f.Name.StartsWith("DataBureau.Web/Data/", StringComparison.Ordinal)).SelectMany(f => ProviderWords(f.Text).Select(w => $"{f.Name}: {w}")));

    [Theory]
    [InlineData("options.UseNpgsql(text)")]
    [InlineData("o.UseSqlServer(text)")]
    [InlineData("db.Users.FromSqlRaw(\"…\")")]
    [InlineData("db.Database.ExecuteSqlRawAsync(\"…\")")]
    [InlineData("EF.Functions.ILike(a, b)")]
    [InlineData("new NpgsqlConnection(text)")]
    [InlineData("using Microsoft.Data.SqlClient;")]
    public void ProviderWords_InASource_AreSeen(string source) => Assert.NotEmpty(ProviderWords(source));

    [Fact]
    public void Features_InDomainAndWeb_HaveTheSameNames()
    {
        // What every feature stands on is no feature; the pages about it may be named for people.
        string[] foundations = ["Access", "Calendar", "Policy", "Workflow"];
        var domain = Folders("DataBureau.Domain").Where(f => !foundations.Contains(f.Split('/')[0])).ToList();
        var web = Folders("DataBureau.Web/Features").ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(domain);
        Assert.Empty(domain.Except(web, StringComparer.Ordinal));
    }

    [GeneratedRegex(@"UseNpgsql|UseSqlServer|FromSql|ExecuteSql|SqlQuery|ILike|Npgsql\w*|\bSqlConnection|Microsoft\.Data\.SqlClient|PostgresException|SqlException")]
    private static partial Regex ProviderWord();

    private static IEnumerable<string> ProviderWords(string text) => ProviderWord().Matches(text).Select(m => m.Value);

    private static IEnumerable<string> Folders(string root) => Directory.EnumerateDirectories(SourceTree.PathOf(root), "*", SearchOption.AllDirectories)
        .Where(d => Directory.EnumerateFiles(d, "*.cs").Any()).Select(d => Path.GetRelativePath(SourceTree.PathOf(root), d).Replace('\\', '/'))
        .Where(d => !d.Split('/').Any(p => p is "bin" or "obj"));

    private static IReadOnlyList<string> References(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name))];
    }

    /// <summary>Read from the compiled assembly: a type or member that is not referenced there cannot be used, however it is written.</summary>
    private static IReadOnlyList<string> Impurities(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        var types = metadata.TypeReferences.Select(h => NameOf(metadata, h)).Where(t => ImpureTypes.Contains(t) || t.StartsWith("System.Net.", StringComparison.Ordinal) || t.StartsWith("System.Threading.Tasks.", StringComparison.Ordinal));
        var members = metadata.MemberReferences.Select(metadata.GetMemberReference).Where(m => m.Parent.Kind == HandleKind.TypeReference)
            .Select(m => $"{NameOf(metadata, (TypeReferenceHandle)m.Parent)}.{metadata.GetString(m.Name)}")
            // Iterators ask for the thread's number; everything else of Environment is the machine's.
            .Where(m => ImpureMembers.Contains(m) || (m.StartsWith("System.Environment.", StringComparison.Ordinal) && m != "System.Environment.get_CurrentManagedThreadId"));
        return [.. types, .. members];
    }

    private static string NameOf(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }
}
