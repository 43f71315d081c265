using DataBureau.Domain.Catalogue;
using DataBureau.Web.Components.Forms;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Features.Catalogue;

/// <summary>What the entry says, field by field, with the remarks of the last return and, for a reviewer, the place to write new ones.</summary>
public sealed partial class CatalogueContentTab
{
    /// <summary>Longer texts take both columns.</summary>
    private const int WideFrom = 100;

    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    [Parameter, EditorRequired] public CatalogueDetailView View { get; set; } = default!;

    /// <summary>Whether remarks may be written now.</summary>
    [Parameter] public bool Remarking { get; set; }

    /// <summary>The remarks being written, by field; they go with the return.</summary>
    [Parameter, EditorRequired] public Dictionary<string, string> Remarks { get; set; } = default!;

    /// <summary>A remark is being written.</summary>
    [Parameter] public EventCallback OnTyped { get; set; }

    private RenderFragment FieldOf(CatalogueFieldInfo field) => builder =>
    {
        builder.OpenComponent<Definition>(0);
        builder.AddAttribute(1, nameof(Definition.Label), field.Title);
        var text = field.Text(View.Content, View.Policy);
        builder.AddAttribute(2, nameof(Definition.Wide), text is { Length: > WideFrom });
        builder.AddAttribute(3, nameof(Definition.ChildContent), (RenderFragment)(inner =>
        {
            inner.AddContent(0, string.IsNullOrEmpty(text) ? "—" : text);
            inner.AddContent(1, RemarkOf(field));
        }));
        builder.CloseComponent();
    };

    private RenderFragment RemarkOf(CatalogueFieldInfo field) => builder =>
    {
        foreach (var remark in View.OpenRemarks.Where(r => r.Field == field.Key))
        {
            builder.OpenElement(0, "p");
            builder.AddAttribute(1, "class", "remark");
            builder.AddContent(2, $"批注：{remark.Text}");
            builder.CloseElement();
        }

        if (!Remarking)
            return;
        if (!_open.Contains(field.Key) && !Remarks.ContainsKey(field.Key))
        {
            builder.OpenElement(3, "button");
            builder.AddAttribute(4, "type", "button");
            builder.AddAttribute(5, "class", "button small quiet remark-button");
            builder.AddAttribute(6, "aria-label", $"批注 {field.Title}");
            builder.AddAttribute(7, "onclick", EventCallback.Factory.Create(this, () => _open.Add(field.Key)));
            builder.AddContent(8, "批注");
            builder.CloseElement();
            return;
        }

        var typed = EventCallback.Factory.Create<string?>(this, text =>
        {
            Remarks[field.Key] = text ?? string.Empty;
            return OnTyped.InvokeAsync();
        });
        builder.OpenComponent<TextInput>(9);
        builder.AddAttribute(10, "class", "input remark-input");
        builder.AddAttribute(11, nameof(TextInput.AriaLabel), $"{field.Title}的批注");
        builder.AddAttribute(12, nameof(TextInput.Placeholder), "写明要怎么改，随「退回」一并发出");
        builder.AddAttribute(13, nameof(TextInput.MaxLength), 300);
        builder.AddAttribute(14, nameof(TextInput.Value), Remarks.GetValueOrDefault(field.Key));
        builder.AddAttribute(15, nameof(TextInput.ValueChanged), typed);
        builder.AddAttribute(16, nameof(TextInput.OnInput), typed);
        builder.CloseComponent();
    };
}
