using System.Linq.Expressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace DataBureau.Web.Components.Forms;

/// <summary>A labelled input with its hint, the provision that asks for it and what is wrong with it, tied together for screen readers.</summary>
public sealed partial class Field : IDisposable
{
    private readonly string _ownId = "f" + Guid.NewGuid().ToString("N")[..8];
    private FieldContext _context = new("", null, false, false);
    private List<string> _messages = [];
    private EditContext? _watched;

    [Parameter, EditorRequired] public string Label { get; set; } = "";
    [Parameter] public bool Required { get; set; }
    [Parameter] public string? Hint { get; set; }

    /// <summary>What is wrong, from the page itself; validation messages of <see cref="For"/> are added.</summary>
    [Parameter] public string? Message { get; set; }

    /// <summary>The bound property, when the field is inside an <c>EditForm</c>.</summary>
    [Parameter] public Expression<Func<object?>>? For { get; set; }

    /// <summary>A link to the article that asks for this.</summary>
    [Parameter] public RenderFragment? Provision { get; set; }

    /// <summary>Give one when the input is a plain element with an id of its own.</summary>
    [Parameter] public string? InputId { get; set; }

    /// <summary>Several inputs under one label: radio buttons, check boxes.</summary>
    [Parameter] public bool Group { get; set; }

    [Parameter] public string? Class { get; set; }
    [Parameter] public RenderFragment? ChildContent { get; set; }
    [CascadingParameter] private EditContext? EditContext { get; set; }

    protected override void OnParametersSet()
    {
        if (_watched != EditContext)
        {
            if (_watched is not null) _watched.OnValidationStateChanged -= OnValidationStateChanged;
            _watched = EditContext;
            if (_watched is not null) _watched.OnValidationStateChanged += OnValidationStateChanged;
        }
        Read();
    }

    private void Read()
    {
        _messages = string.IsNullOrEmpty(Message) ? [] : [Message];
        if (EditContext is not null && For is not null) _messages.AddRange(EditContext.GetValidationMessages(FieldIdentifier.Create(For)));
        var id = InputId ?? _ownId;
        string?[] described = [Hint is null ? null : id + "-hint", _messages.Count == 0 ? null : id + "-message"];
        var next = new FieldContext(id, string.Join(' ', described.OfType<string>()) is { Length: > 0 } ids ? ids : null, Required, _messages.Count > 0);
        if (next != _context) _context = next;
    }

    private void OnValidationStateChanged(object? sender, ValidationStateChangedEventArgs args)
    {
        Read();
        StateHasChanged();
    }

    public void Dispose()
    {
        if (_watched is not null) _watched.OnValidationStateChanged -= OnValidationStateChanged;
    }
}
