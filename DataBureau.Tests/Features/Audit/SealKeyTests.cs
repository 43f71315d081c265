using DataBureau.Web.Data;
using DataBureau.Web.Features.Audit.Sealing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace DataBureau.Tests.Features.Audit;

public sealed class SealKeyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("seal-key-").FullName;

    [Fact]
    public void Read_Configured_ThatKey() => Assert.Equal(new byte[32], Key("Production", Convert.ToBase64String(new byte[32])).Read());

    [Theory]
    [InlineData("secret")]
    [InlineData("c2hvcnQ=")]
    public void Read_TooShortOrNotBase64_RefusedWithoutRepeatingIt(string text)
    {
        var refusal = Assert.Throws<StartupRefusal>(() => Key("Production", text).Read());

        Assert.DoesNotContain(text, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ProductionWithoutKey_None() => Assert.Null(Key("Production", null).Read());

    [Fact]
    public void Read_Development_MakesOneAndKeepsIt()
    {
        var made = Key("Development", null).Read();

        Assert.Equal(32, made!.Length);
        Assert.Equal(made, Key("Development", null).Read());
        Assert.Equal(["audit-seal.key"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private SealKey Key(string environment, string? setting) => new(
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [SealKey.Setting] = setting, ["Database:EmbeddedDirectory"] = Path.Combine(_folder, "postgres") }).Build(),
        new Named(environment));

    private sealed class Named(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
