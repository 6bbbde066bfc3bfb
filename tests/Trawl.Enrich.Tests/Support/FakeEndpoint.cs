using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Trawl.Enrich.Tests.Support;

/// <summary>A small HTTP server that speaks the chat-completions format.</summary>
internal sealed class FakeEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Authorization, JsonElement Body)> _asked = [];

    private FakeEndpoint(WebApplication app) => _app = app;

    public string Url => _app.Urls.First() + "/v1";

    /// <summary>What was asked so far.</summary>
    public IReadOnlyList<(string Authorization, JsonElement Body)> Asked => [.. _asked];

    /// <param name="answer">Answers the n-th request, beginning with 1.</param>
    public static async Task<FakeEndpoint> StartAsync(Func<int, JsonElement, HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var endpoint = new FakeEndpoint(app);
        var count = 0;
        app.MapPost("/v1/chat/completions", async (HttpContext context) =>
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body);
            endpoint._asked.Enqueue((context.Request.Headers.Authorization.ToString(), body.RootElement.Clone()));
            await answer(Interlocked.Increment(ref count), body.RootElement, context);
        });
        await app.StartAsync();
        return endpoint;
    }

    /// <summary>A completion that says a text.</summary>
    public static Task SayAsync(HttpContext context, string text, int tokens = 10) => context.Response.WriteAsJsonAsync(new
    {
        choices = new[] { new { message = new { role = "assistant", content = text } } },
        usage = new { prompt_tokens = tokens, completion_tokens = 1 },
    });

    /// <summary>A completion that wants a tool called.</summary>
    public static Task CallAsync(HttpContext context, string tool, string arguments) => context.Response.WriteAsJsonAsync(new
    {
        choices = new[]
        {
            new
            {
                message = new
                {
                    role = "assistant", content = (string?)null,
                    tool_calls = new[] { new { id = "call_a", type = "function", function = new { name = tool, arguments } } },
                },
            },
        },
        usage = new { prompt_tokens = 10, completion_tokens = 5 },
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
