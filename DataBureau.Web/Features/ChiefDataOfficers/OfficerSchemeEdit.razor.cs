using DataBureau.Domain.ChiefDataOfficers;
using DataBureau.Domain.Organisations;
using DataBureau.Domain.Workflow;
using DataBureau.Web.Components.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.ChiefDataOfficers;

/// <summary>The scheme of one region; what was chosen stays, whatever the outcome.</summary>
public sealed partial class OfficerSchemeEdit : IDisposable
{
    private static readonly IReadOnlyList<DataPost> Posts = Enum.GetValues<DataPost>();
    private static readonly IReadOnlyList<OrganisationKind> Kinds = Enum.GetValues<OrganisationKind>();

    private readonly CancellationTokenSource _leaving = new();
    private readonly HashSet<(OrganisationKind Kind, bool HasItOffice, DataPost Post)> _chosen = [];
    private SchemeRow? _row;
    private Notice? _notice;
    private IReadOnlyList<RefusalDetail> _wrong = [];
    private string? _choice;
    private string? _reason;
    private bool _missing;
    private bool _busy;

    [Parameter] public string Region { get; set; } = "";

    [Inject] private OfficerSchemeService Schemes { get; set; } = default!;

    public void Dispose() => _leaving.Cancel();

    protected override async Task OnParametersSetAsync()
    {
        if (_row?.RegionCode == Region)
            return;
        try
        {
            Show(await Schemes.FindAsync(Region, _leaving.Token));
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is gone.
        }
    }

    /// <summary>A bureau that begins its own scheme begins from the one that holds.</summary>
    private void Show(SchemeRow? row)
    {
        (_row, _missing) = (row, row is null);
        if (row is null)
            return;
        (_choice, _reason) = (row.Choice.ToString(), row.Reason);
        _chosen.Clear();
        foreach (var kind in Kinds)
            foreach (var has in new[] { true, false })
                foreach (var post in Posts.Where(p => row.Effective.Lines.Any(l => l.Posts.Contains(p) && l.Covers(kind, has))))
                    _chosen.Add((kind, has, post));
    }

    private void Toggle((OrganisationKind Kind, bool HasItOffice, DataPost Post) cell, bool on)
    {
        if (on)
            _chosen.Add(cell);
        else
            _chosen.Remove(cell);
    }

    private string? MessageOf(string field) => _wrong.FirstOrDefault(w => w.Field == field)?.Sentence;

    /// <summary>One line per set of posts, so that kinds alike stay together in words.</summary>
    private List<PostScheme> Lines() =>
    [
        .. new[] { true, false }.SelectMany(has => Kinds
            .Select(kind => (Kind: kind, Posts: Posts.Where(p => _chosen.Contains((kind, has, p))).ToList())).Where(x => x.Posts.Count > 0)
            .GroupBy(x => string.Join(',', x.Posts), StringComparer.Ordinal).Select(g => new PostScheme([.. g.Select(x => x.Kind)], has, g.First().Posts))),
    ];

    private async Task SaveAsync()
    {
        if (_busy || _row is not { } row)
            return;
        _busy = true;
        try
        {
            var outcome = await Schemes.SaveAsync(row.RegionCode, row.Version, Enum.Parse<SchemeChoice>(_choice ?? nameof(SchemeChoice.Inherit)), Lines(), _reason);
            (_notice, _wrong) = (Notice.Of(outcome), []);
            if (outcome is Outcome<SchemeRow>.Done done)
                Show(done.View);
            else if (outcome is Outcome<SchemeRow>.Refused { Refusal.Details.IsDefault: false } refused)
                (_wrong, _notice) = (refused.Refusal.Details, _notice with { Details = [] });
            else if (outcome is Outcome<SchemeRow>.Conflict conflict)
                _row = conflict.View;
        }
        finally
        {
            _busy = false;
        }
    }
}
