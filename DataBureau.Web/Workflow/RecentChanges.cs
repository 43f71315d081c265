namespace DataBureau.Web.Workflow;

/// <summary>The last few thousand changes that this process has told of itself, so that it does not hear of them a second time from the database.</summary>
internal sealed class RecentChanges
{
    private const int Kept = 8192;

    private readonly Lock _lock = new();
    private readonly HashSet<(string Kind, Guid Id, int Version)> _known = [];
    private readonly Queue<(string Kind, Guid Id, int Version)> _order = new();

    public void Add(string kind, Guid id, int version)
    {
        lock (_lock)
        {
            if (!_known.Add((kind, id, version)))
                return;
            _order.Enqueue((kind, id, version));
            if (_order.Count > Kept)
                _known.Remove(_order.Dequeue());
        }
    }

    public bool Contains(string kind, Guid id, int version)
    {
        lock (_lock)
            return _known.Contains((kind, id, version));
    }
}
