using System.Security.Cryptography;
using DataBureau.Web.Data;
using DataBureau.Web.Files;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;

namespace DataBureau.Tests.Files;

public sealed class ContentStoreTests : IDisposable
{
    private readonly string _root = Path.Combine(AppContext.BaseDirectory, "attachment-store-" + Guid.NewGuid().ToString("N"));

    private FileSettings Settings => new(_root, 1000, 10_000);

    [Fact]
    public async Task Keep_SameContentTwice_OneFileAndNothingLeftOver()
    {
        var store = new ContentStore(Settings);
        store.Prepare();
        byte[] content = [1, 2, 3];
        for (var i = 0; i < 2; i++)
        {
            await using var incoming = store.Open();
            Assert.True(await incoming.ReceiveAsync(new MemoryStream(content), 1000, default));
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), incoming.Sha256);
            incoming.Keep();
            Assert.Equal(content, await File.ReadAllBytesAsync(store.PathOf(incoming.Sha256)));
        }

        Assert.Single(Directory.GetFiles(_root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Open_NotKept_LeavesNothing()
    {
        var store = new ContentStore(Settings);
        await using (var incoming = store.Open())
            Assert.False(await incoming.ReceiveAsync(new MemoryStream(new byte[1001]), 1000, default));

        Assert.Empty(Directory.GetFiles(_root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Receive_SenderBreaksOff_ComesAsItIs()
    {
        var store = new ContentStore(Settings);
        await using var incoming = store.Open();

        await Assert.ThrowsAsync<EndOfStreamException>(() => incoming.ReceiveAsync(new BrokenStream(), 1000, default));
    }

    [Fact]
    public void Prepare_OldAndFreshRemains_OnlyTheOldGo()
    {
        var store = new ContentStore(Settings);
        store.Prepare();
        var (old, fresh) = (Path.Combine(_root, "incoming", "old"), Path.Combine(_root, "incoming", "fresh"));
        File.WriteAllText(old, "x");
        File.WriteAllText(fresh, "x");
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddHours(-2));

        store.Prepare();

        Assert.False(File.Exists(old));
        Assert.True(File.Exists(fresh));
    }

    [Fact]
    public void Prepare_FolderThatCannotBeMade_RefusesToStartInWords()
    {
        File.WriteAllText(_root, "a file stands where the folder should");

        Assert.Contains("Files:Root", Assert.Throws<StartupRefusal>(() => new ContentStore(Settings).Prepare()).Message, StringComparison.Ordinal);
        Assert.Throws<ContentStoreException>(() => new ContentStore(Settings).Open());
    }

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    [InlineData("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    public void PathOf_WhatIsNoHash_Throws(string text) => Assert.Throws<ArgumentException>(() => new ContentStore(Settings).PathOf(text));

    [Fact]
    public void Settings_ProductionWithoutAFolder_RefusesToStart()
    {
        Assert.Contains("Files:Root", Assert.Throws<StartupRefusal>(() => Read("Production")).Message, StringComparison.Ordinal);
        Assert.Equal(new FileSettings(Path.GetFullPath("/srv/files"), 200L << 20, 20L << 30), Read("Production", ("Files:Root", "/srv/files")));
        Assert.EndsWith(Path.Combine("App_Data", "files"), Read("Development").Root, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("很多")]
    [InlineData("9223372036854775807")]
    public void Settings_LimitThatIsNone_RefusesToStart(string value) =>
        Assert.Contains("Files:QuotaMegabytes", Assert.Throws<StartupRefusal>(() => Read("Development", ("Files:QuotaMegabytes", value))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(300, "300 字节")]
    [InlineData(1536, "1.5 KB")]
    [InlineData(12 * 1024, "12 KB")]
    [InlineData(200L << 20, "200 MB")]
    [InlineData(20L << 30, "20 GB")]
    public void Size_Text_ReadsAsPeopleSayIt(long bytes, string text) => Assert.Equal(text, FileSize.Text(bytes));

    public void Dispose()
    {
        if (Directory.Exists(_root))
            Directory.Delete(_root, recursive: true);
        File.Delete(_root);
    }

    private static FileSettings Read(string environment, params (string Key, string Value)[] settings) =>
        FileSettings.From(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build(),
            new HostingEnvironment { EnvironmentName = environment, ContentRootPath = AppContext.BaseDirectory });

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new EndOfStreamException();
    }
}
