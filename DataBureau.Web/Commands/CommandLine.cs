namespace DataBureau.Web.Commands;

/// <summary>The words after the program's name: a command with its arguments, or settings for the web host.</summary>
/// <param name="Command">The command's name; null starts the web program.</param>
/// <param name="Arguments">What follows the command; with no command, all of it.</param>
public sealed record CommandLine(string? Command, string[] Arguments)
{
    public static CommandLine Parse(string[] args) =>
        args.Length > 0 && !args[0].StartsWith('-') ? new(args[0], args[1..]) : new(null, args);

    /// <summary>The value after "--name", or null.</summary>
    public string? Option(string name)
    {
        var i = Array.IndexOf(Arguments, "--" + name);
        return i >= 0 && i + 1 < Arguments.Length ? Arguments[i + 1] : null;
    }

    public bool Has(string name) => Arguments.Contains("--" + name, StringComparer.Ordinal);

    /// <summary>The first word that is neither an option nor an option's value.</summary>
    public string? Word()
    {
        var optionsWithValue = CommandShape.Of(this)?.Values ?? [];
        for (var i = 0; i < Arguments.Length; i++)
        {
            if (!Arguments[i].StartsWith("--", StringComparison.Ordinal))
                return Arguments[i];
            if (optionsWithValue.Contains(Arguments[i][2..], StringComparer.Ordinal))
                i++;
        }

        return null;
    }
}
