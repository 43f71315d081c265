namespace DataBureau.Web.Data.Embedded;

/// <summary>The private server cannot be used; the message is one sentence for the person at the console, then the server's last lines.</summary>
public sealed class EmbeddedPostgresException : Exception
{
    public EmbeddedPostgresException(string message, Exception? inner = null) : base(message, inner)
    {
    }

    internal static EmbeddedPostgresException WithLog(string sentence, IEnumerable<string> lastLines) =>
        new(string.Join(Environment.NewLine, lastLines.Select(line => "  " + line).Prepend(sentence)));
}
