using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Trawl.EndToEnd.Tests.Sinks;

/// <summary>Takes batches, and holds the answer to one of them back.</summary>
internal sealed class HttpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Key, string Body)> _received = new();
    private int _answers;

    private HttpReceiver(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single() + "/take";

    /// <summary>Which answer is held back until whoever waits for it is gone; 0 for none.</summary>
    public int HoldsAnswer { get; set; }

    /// <summary>Batches as they came, those that came again too.</summary>
    public IReadOnlyList<(string Key, string Body)> Received => [.. _received];

    public bool IsHolding => _received.Count == HoldsAnswer && _answers == HoldsAnswer - 1;

    public static async Task<HttpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var receiver = new HttpReceiver(builder.Build());
        receiver._app.MapPost("/take", receiver.TakeAsync);
        await receiver._app.StartAsync();
        return receiver;
    }

    public void Clear() => (_answers, HoldsAnswer) = (Forget(), 0);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private int Forget()
    {
        _received.Clear();
        return 0;
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        _received.Enqueue((context.Request.Headers["Idempotency-Key"].ToString(), body));
        if (_received.Count == HoldsAnswer)
        {
            var gone = new TaskCompletionSource();
            using var registration = context.RequestAborted.Register(gone.SetResult);
            await gone.Task;
        }

        Interlocked.Increment(ref _answers);
    }
}
