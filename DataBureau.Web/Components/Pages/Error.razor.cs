using System.Diagnostics;
using Microsoft.AspNetCore.Components;

namespace DataBureau.Web.Components.Pages;

/// <summary>What the exception handler shows outside a circuit: a number to quote, never the exception.</summary>
public sealed partial class Error
{
    [CascadingParameter]
    private HttpContext? HttpContext { get; set; }

    private string TraceId => Activity.Current?.TraceId.ToString() ?? HttpContext?.TraceIdentifier ?? "-";
}
