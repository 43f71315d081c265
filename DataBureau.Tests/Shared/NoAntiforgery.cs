using Microsoft.AspNetCore.Components.Forms;

namespace DataBureau.Tests.Shared;

/// <summary>A page with an upload, rendered without a request.</summary>
internal sealed class NoAntiforgery : AntiforgeryStateProvider
{
    public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
}
