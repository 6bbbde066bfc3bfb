using System.Collections.Concurrent;
using Trawl.Engine.Seams.Fetching;

namespace Trawl.Recording.Tests.Support;

/// <summary>Answers as told, in turn, the last one for ever; 404 for what it was not told. Keeps what it answered.</summary>
internal sealed class ScriptedWeb : IFetcher
{
    [ThreadStatic]
    private static DateTimeOffset t_began;

    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<FetchResult>>> _answers = new();

    /// <summary>Every exchange, with a copy of the body.</summary>
    public ConcurrentQueue<(FetchRequest Request, FetchResult Result, byte[] Body)> Exchanges { get; } = new();

    /// <summary>Called before each answer.</summary>
    public Action? OnFetch { get; set; }

    /// <summary>Waited for between the beginning of an exchange and its answer.</summary>
    public Func<FetchRequest, Task>? Before { get; set; }

    public TimeProvider Clock { get; set; } = TimeProvider.System;

    public ScriptedWeb On(string url, params Func<FetchResult>[] answers)
    {
        _answers[url] = new(answers);
        return this;
    }

    public ScriptedWeb On(string url, string body) => On(url, () => Answer(200, body, ("Content-Type", "text/html")));

    public static FetchResult Answer(int status, string body = "", params (string Name, string Value)[] headers)
    {
        var pooled = System.Text.Encoding.UTF8.GetBytes(body);
        // Whoever reads the body after it was given back sees nonsense.
        return new FetchResult(() => Array.Fill(pooled, (byte)'#'))
        {
            Status = status,
            Headers = [.. headers.Select(h => new FetchHeader(h.Name, h.Value))],
            Body = pooled,
            BodyLength = pooled.Length,
            Address = "192.0.2.7",
            StartedAt = t_began,
            Duration = TimeSpan.FromTicks(12_345),
        };
    }

    public static FetchResult Failure(FetchErrorKind kind, int status = 0, string body = "") => new()
    {
        Status = status,
        Headers = status == 0 ? [] : [new FetchHeader("Content-Length", "9999")],
        Body = System.Text.Encoding.UTF8.GetBytes(body),
        BodyLength = body.Length,
        Error = new FetchError(kind, $"The test wants a {kind}:\n\"a: b\"."),
        StartedAt = t_began,
        Duration = TimeSpan.FromMilliseconds(3),
    };

    public async ValueTask<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        OnFetch?.Invoke();
        var began = Clock.GetUtcNow();
        await (Before?.Invoke(request) ?? Task.CompletedTask);
        t_began = began;
        var result = !_answers.TryGetValue(request.Url, out var queue) ? Answer(404)
            : queue.Count > 1 && queue.TryDequeue(out var next) ? next() : queue.First()();
        Exchanges.Enqueue((request, result, result.Body.ToArray()));
        return result;
    }
}
