using System.Collections.Concurrent;
using DataBureau.Web.Workflow;

namespace DataBureau.Web.Features.Consultations;

/// <summary>Somebody who has the page of a consultation open.</summary>
public sealed record Present(Guid UserId, string Name, string Organisation);

/// <summary>Who has which consultation open in this process. Kept in memory only: a server that stops has no visitors.</summary>
public sealed class ConsultationPresence(WorkflowNotifier notifier)
{
    private readonly ConcurrentDictionary<Guid, (Guid Consultation, Present Person)> _open = new();

    /// <summary>One person with two tabs is there once.</summary>
    public IReadOnlyList<Present> Of(Guid consultationId) =>
        [.. _open.Values.Where(v => v.Consultation == consultationId).Select(v => v.Person).DistinctBy(p => p.UserId).OrderBy(p => p.Organisation, StringComparer.Ordinal).ThenBy(p => p.Name, StringComparer.Ordinal)];

    /// <returns>To be disposed when the page is left.</returns>
    public IDisposable Enter(Guid consultationId, Present person)
    {
        var key = Guid.NewGuid();
        _open[key] = (consultationId, person);
        Tell(consultationId, person.Name);
        return new Stay(this, key);
    }

    private void Tell(Guid consultationId, string name) => notifier.Publish(new CaseChanged(ConsultationEvents.Presence, consultationId, 0, name));

    private sealed class Stay(ConsultationPresence presence, Guid key) : IDisposable
    {
        public void Dispose()
        {
            if (presence._open.TryRemove(key, out var left))
                presence.Tell(left.Consultation, left.Person.Name);
        }
    }
}
