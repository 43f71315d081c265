namespace DataBureau.Domain.Organisations;

/// <summary>One body takes over from others: their own work, what they receive from others, or both.</summary>
public sealed record Succession(IReadOnlyCollection<Guid> From, Guid To, bool Own = true, bool Received = true)
{
    public Guid OfOwn(Guid body) => Own && From.Contains(body) ? To : body;

    public Guid? OfReceived(Guid? body) => Received && body is { } id && From.Contains(id) ? To : body;
}
