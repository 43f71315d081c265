using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Failures;

/// <summary>A whole document that asks neither the database nor who is reading: it must stand when nothing else does.</summary>
public sealed partial class FailurePage
{
    [Parameter, EditorRequired] public Failure Failure { get; set; } = default!;

    /// <summary>Where the request was sent: opened again, it asks anew and sends nothing.</summary>
    [Parameter, EditorRequired] public string Address { get; set; } = default!;
}
