using System.Runtime.CompilerServices;
using Bunit;

namespace DataBureau.Tests.Shared;

/// <summary>A busy machine is slow, not wrong: waits for a component end when it is right, and fail late.</summary>
internal static class Patience
{
    [ModuleInitializer]
    internal static void BeSet() => BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(20);
}
