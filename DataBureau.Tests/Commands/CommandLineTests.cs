using System.Diagnostics;
using DataBureau.Web.Commands;

namespace DataBureau.Tests.Commands;

/// <summary>What is written after the program's name is carried out as written, or refused.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("import a.xlsx --organisation 1 --as liaison --dryrun", "--dryrun")]
    [InlineData("import a.xlsx --organisation 1 --as liaison --accept=good", "--accept=good")]
    [InlineData("import a.xlsx -n", "-n")]
    [InlineData("import a.xlsx b.xlsx", "b.xlsx")]
    [InlineData("import a.xlsx --report", "--report")]
    [InlineData("import a.xlsx --report --dry-run", "--report")]
    [InlineData("import a.xlsx --as one --as other", "--as")]
    [InlineData("migrate --force", "--force")]
    [InlineData("init --regions 140100", "--regions")]
    [InlineData("seed --demo --entry 5", "--entry")]
    [InlineData("export catalogue --output x", "--output")]
    [InlineData("verify-audit --hash x", "--hash")]
    [InlineData("verify-files --all", "--all")]
    [InlineData("verify-tallies now", "now")]
    [InlineData("rebuild-tallies --dry-run", "--dry-run")]
    [InlineData("imprt a.xlsx", "imprt")]
    public void Line_WithWhatTheCommandDoesNotTake_IsRefusedNamingIt(string line, string named) =>
        Assert.Contains(named, CommandShape.Problem(CommandLine.Parse(line.Split(' '))), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("--urls http://127.0.0.1:1")]
    [InlineData("migrate")]
    [InlineData("init --region 140100 --organisation 局 --code 1 --code-reason 因")]
    [InlineData("seed --demo --entries 0")]
    [InlineData("import a.xlsx --organisation 1 --as liaison --dry-run --accept good --create-organisations --report b.xlsx")]
    [InlineData("import --organisation 1 a.xlsx")]
    [InlineData("export catalogue --as a --out b --query state=Published")]
    [InlineData("verify-audit --last x")]
    public void Line_AsTheUsageHasIt_IsTaken(string line) =>
        Assert.Null(CommandShape.Problem(CommandLine.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    [Fact]
    public void Word_AmongOptionsWithValues_IsTheFile() =>
        Assert.Equal("a.xlsx", CommandLine.Parse(["import", "--organisation", "1", "--dry-run", "a.xlsx"]).Word());

    [Fact]
    public async Task Program_WithAnUnknownOption_ExitsAsUnusableAndDoesNothing()
    {
        var program = AppContext.BaseDirectory.Replace("DataBureau.Tests", "DataBureau.Web", StringComparison.Ordinal);
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(program, "DataBureau.Web.dll"), "import", "a.xlsx", "--dryrun"]) { RedirectStandardError = true, RedirectStandardOutput = true })!;

        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(CommandRunner.Unusable, process.ExitCode);
        Assert.StartsWith("命令 import 没有选项「--dryrun」。", said, StringComparison.Ordinal);
    }
}
