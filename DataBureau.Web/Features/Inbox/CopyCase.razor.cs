using DataBureau.Web.Components.Forms;
using DataBureau.Web.Workflow;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Inbox;

/// <summary>Points the case out to others; on the page of every case. To open that page is to have read one's own copy.</summary>
public sealed partial class CopyCase : IDisposable
{
    private readonly string _id = "c" + Guid.NewGuid().ToString("N")[..8];
    private readonly CancellationTokenSource _leaving = new();
    private readonly List<CopyPerson> _chosen = [];
    private IReadOnlyList<CopyPerson> _found = [];
    private IReadOnlyList<SentCopy> _sent = [];
    private ConfirmDialog? _dialog;
    private ElementReference _search;
    private Notice? _notice;
    private Guid? _shown;
    private string? _text;
    private string? _remark;
    private bool _searching;
    private bool _busy;

    [Parameter, EditorRequired] public string Kind { get; set; } = "";

    [Parameter, EditorRequired] public Guid Id { get; set; }

    [Inject] private CopyService Service { get; set; } = default!;

    public void Dispose() => _leaving.Cancel();

    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Id)
            return;
        _shown = Id;
        Clear();
        try
        {
            _sent = await Service.OpenAsync(Kind, Id, _leaving.Token);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is gone.
        }
    }

    private void Clear()
    {
        _chosen.Clear();
        (_found, _text, _remark, _notice) = ([], null, null, null);
    }

    private async Task AskAsync()
    {
        _notice = null;
        // What was refused stays as it was written, to be mended and sent again.
        while (await _dialog!.AskAsync())
        {
            if (_busy)
                continue;
            _busy = true;
            try
            {
                var outcome = await Service.SendAsync(Kind, Id, [.. _chosen.Select(p => p.Id)], _remark);
                if (outcome is Outcome<IReadOnlyList<SentCopy>>.Done)
                    Clear();
                _notice = Notice.Of(outcome);
                _sent = outcome switch
                {
                    Outcome<IReadOnlyList<SentCopy>>.Done done => done.View,
                    Outcome<IReadOnlyList<SentCopy>>.Refused { View: { } view } => view,
                    _ => _sent,
                };
            }
            finally
            {
                _busy = false;
            }
        }
    }

    private async Task ChooseAsync(CopyPerson person)
    {
        _chosen.Add(person);
        (_text, _found) = (null, []);
        // The button that was pressed is gone: the keyboard goes on where it was.
        await _dialog!.ResumeAtAsync(_search);
    }

    private async Task SuggestAsync(string? text)
    {
        (_text, _searching) = (text, true);
        try
        {
            var found = await Service.SearchAsync(Kind, Id, text, _leaving.Token);
            // Answers may overtake each other; the list is for what stands there now.
            if (_text == text)
                (_found, _searching) = (found, false);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The page is gone.
        }
    }
}
