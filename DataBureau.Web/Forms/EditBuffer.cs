namespace DataBureau.Web.Forms;

/// <summary>
/// What a person has typed and not yet saved, kept on the server as it is typed: half-filled, even invalid. A lost circuit,
/// a refresh or a power cut costs at most the last seconds.
/// </summary>
public sealed class EditBuffer
{
    public required Guid UserId { get; init; }

    /// <summary>What is edited: "catalogue/{id}", "catalogue/new".</summary>
    public required string Subject { get; init; }

    /// <summary>The version of the case that the typing started from.</summary>
    public required int BaseVersion { get; set; }

    public required string Json { get; set; }

    public required DateTimeOffset SavedAt { get; set; }
}
