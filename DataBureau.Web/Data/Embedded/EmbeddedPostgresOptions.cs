namespace DataBureau.Web.Data.Embedded;

/// <summary>How a private PostgreSQL server is laid out and started.</summary>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>
    /// The cluster. Null: for a durable server a folder of this repository that the server's account can reach,
    /// otherwise a throw-away folder in memory that is removed when the server stops.
    /// </summary>
    public string? DataDirectory { get; init; }

    /// <summary>Null: a short, private folder under the temp folder, because a socket's path must stay below 107 bytes.</summary>
    public string? SocketDirectory { get; init; }

    /// <summary>False trades safety against crashes for speed; right for tests only.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Where initdb, postgres and pg_ctl are; null looks in the usual places.</summary>
    public string? BinDirectory { get; init; }

    public string DatabaseName { get; init; } = "databureau";

    public string SharedBuffers { get; init; } = "128MB";

    public int MaxConnections { get; init; } = 200;

    /// <summary>Long enough for recovery after a crash on a busy disk.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A server for one test run: nothing survives it.</summary>
    public static EmbeddedPostgresOptions ForTests() => new() { Durable = false };
}
