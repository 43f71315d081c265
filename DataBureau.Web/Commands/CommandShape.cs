namespace DataBureau.Web.Commands;

/// <summary>What a command takes. Whatever else is written is refused: an option passed over unread would change what is done, as --dryrun would import.</summary>
/// <param name="Name">The first word.</param>
/// <param name="Usage">As shown to people.</param>
/// <param name="Words">How many words it takes that are no options.</param>
/// <param name="Values">Its options with a value after them.</param>
/// <param name="Flags">Its options without one.</param>
internal sealed record CommandShape(string Name, string Usage, int Words, string[] Values, string[] Flags)
{
    private static readonly CommandShape[] All =
    [
        new("migrate", "migrate", 0, [], []),
        new("init", "init --region CODE --organisation NAME [--code USCC [--code-reason TEXT]]", 0, ["region", "organisation", "code", "code-reason"], []),
        new("seed", "seed --demo [--entries N]", 0, ["entries"], ["demo"]),
        new("import", "import FILE --organisation CODE --as USER [--dry-run] [--accept all|good] [--create-organisations] [--report OUT.xlsx]", 1, ["organisation", "as", "accept", "report"], ["dry-run", "create-organisations"]),
        new("export", "export catalogue --as USER --out FILE [--query \"state=Published\"]", 1, ["as", "out", "query"], []),
        new("verify-audit", "verify-audit [--last HASH]", 0, ["last"], []),
        new("verify-files", "verify-files", 0, [], []),
        new("verify-tallies", "verify-tallies", 0, [], []),
        new("rebuild-tallies", "rebuild-tallies", 0, [], []),
    ];

    public static CommandShape? Of(CommandLine line) => Array.Find(All, s => s.Name == line.Command);

    /// <summary>Why the line cannot be carried out, in words; null when it can, or starts the web program.</summary>
    public static string? Problem(CommandLine line) =>
        line.Command is not { } command ? null
        : Of(line) is { } shape ? shape.Problem(line.Arguments)
        : $"无法识别的命令「{command}」。可用的命令：{string.Concat(All.Select(s => $"{Environment.NewLine}  {s.Usage}"))}";

    private string? Problem(string[] arguments)
    {
        var (words, seen) = (0, new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < arguments.Length; i++)
        {
            var word = arguments[i];
            if (!word.StartsWith('-'))
            {
                if (++words > Words)
                    return Told($"「{word}」是多余的内容。");
                continue;
            }

            var name = word.StartsWith("--", StringComparison.Ordinal) ? word[2..] : string.Empty;
            if (!Values.Contains(name, StringComparer.Ordinal) && !Flags.Contains(name, StringComparer.Ordinal))
                return Told($"命令 {Name} 没有选项「{word}」。");
            if (!seen.Add(name))
                return Told($"选项 {word} 写了两次。");
            if (!Values.Contains(name, StringComparer.Ordinal))
                continue;
            if (++i == arguments.Length || arguments[i].StartsWith("--", StringComparison.Ordinal))
                return Told($"选项 {word} 后面没有写值。");
        }

        return null;
    }

    private string Told(string what) => $"{what}没有执行任何操作。用法：{Usage}";
}
