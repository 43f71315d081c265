using System.Diagnostics;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace DataBureau.Benchmarks.Pages;

/// <summary>A circuit without a browser: it asks for the page, starts the circuit with what the page says, and acknowledges what it is sent.</summary>
internal sealed partial class HeadlessCircuit : IAsyncDisposable
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The kind of result a script is asked for: a reference to an object of the browser.</summary>
    private const int ObjectReference = 1;

    private readonly HubConnection _hub;

    private HeadlessCircuit(HubConnection hub) => _hub = hub;

    public int Batches { get; private set; }

    /// <summary>When the last batch came: a timestamp of <see cref="Stopwatch"/>.</summary>
    public long LastBatch { get; private set; } = Stopwatch.GetTimestamp();

    public long Bytes { get; private set; }

    /// <returns>Null when the address shows no interactive page.</returns>
    public static async Task<HeadlessCircuit?> OpenAsync(BenchHost host, string path)
    {
        var address = new Uri(host.Client.BaseAddress!, path);
        using var response = await host.Client.GetAsync(address);
        var html = await response.Content.ReadAsStringAsync();
        var markers = Marker().Matches(html).Select(m => m.Groups[1].Value).ToList();
        if (markers.Count == 0)
            return null;
        var circuit = new HeadlessCircuit(Connect(address, host.Handler.CookieContainer));
        await circuit.StartAsync(address, markers, State().Match(html).Groups[1].Value);
        return circuit;
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    private static HubConnection Connect(Uri page, CookieContainer cookies)
    {
        var builder = new HubConnectionBuilder();
        var socket = new UriBuilder(page) { Scheme = "ws", Path = "_blazor", Query = string.Empty }.Uri;
        builder.Services.AddSingleton<IConnectionFactory>(new WebSocketConnectionFactory(cookies));
        builder.Services.AddSingleton<EndPoint>(new UriEndPoint(socket));
        // The server's own protocol; no client library publishes it.
        var protocol = typeof(CircuitHandler).Assembly.GetType("Microsoft.AspNetCore.Components.Server.BlazorPack.BlazorPackHubProtocol", throwOnError: true)!;
        builder.Services.AddSingleton((IHubProtocol)Activator.CreateInstance(protocol)!);
        return builder.Build();
    }

    private async Task StartAsync(Uri address, List<string> markers, string state)
    {
        var failure = new TaskCompletionSource<string>();
        _hub.On<int, byte[]>("JS.RenderBatch", (id, batch) =>
        {
            (Batches, Bytes, LastBatch) = (Batches + 1, Bytes + batch.Length, Stopwatch.GetTimestamp());
            return _hub.SendAsync("OnRenderCompleted", (long)id, null);
        });
        _hub.On("JS.BeginInvokeJS", [typeof(long), typeof(string), typeof(string), typeof(int), typeof(long), typeof(int)], AnswerScriptAsync);
        _hub.On<string>("JS.Error", message => failure.TrySetResult(message));
        _hub.On<int, string>("JS.AttachComponent", (_, _) => { });
        _hub.On<long>("JS.EndUpdateRootComponents", _ => { });
        await _hub.StartAsync();
        await _hub.InvokeAsync<string>("StartCircuit", new Uri(address, "/").ToString(), address.ToString(), "[]", state);
        var operations = markers.Select((marker, i) => $$"""{"type":"add","ssrComponentId":{{i + 1}},"marker":{{marker}}}""");
        await _hub.SendAsync("UpdateRootComponents", $$"""{"batchId":1,"operations":[{{string.Join(',', operations)}}]}""", state);

        for (var started = Environment.TickCount64; Batches == 0 || Stopwatch.GetElapsedTime(LastBatch) < Quiet; await Task.Delay(20))
        {
            if (failure.Task.IsCompleted)
                throw new InvalidOperationException("The circuit failed: " + await failure.Task);
            if (Environment.TickCount64 - started > Patience.TotalMilliseconds)
                throw new InvalidOperationException($"The circuit at {address} drew nothing.");
        }
    }

    /// <summary>Every call of a script returns nothing; an import of a module returns a reference to one.</summary>
    private Task AnswerScriptAsync(object?[] arguments)
    {
        var id = (long)arguments[0]!;
        if (id == 0)
            return Task.CompletedTask;
        var result = (int)arguments[3]! != ObjectReference ? null : new Dictionary<string, int>(StringComparer.Ordinal) { ["__jsObjectId"] = 1 };
        return _hub.SendAsync("EndInvokeJSFromDotNet", id, true, JsonSerializer.Serialize(new object?[] { id, true, result }));
    }

    [GeneratedRegex("<!--Blazor:(\\{.*?\\})-->", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.*?)-->", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex State();
}
