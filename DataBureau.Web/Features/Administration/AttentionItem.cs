using DataBureau.Web.Components.Forms;

namespace DataBureau.Web.Features.Administration;

/// <summary>Something in the administration that somebody should look at, and where to do it.</summary>
/// <param name="Count">How many; null where it is not a number of things.</param>
public sealed record AttentionItem(string Area, string Title, int? Count, string What, string? Href, Tone Tone);
