using System.Text;
using Trawl.Engine.Seams.Fetching;

namespace Trawl.Engine.Tests.Support;

/// <summary>A web of scripted answers on virtual time; what is not scripted is 404, robots.txt included.</summary>
internal sealed class ScriptedWeb(TimeProvider clock) : IFetcher
{
    private readonly Dictionary<string, Queue<Answer>> _answers = [];

    public List<(string Url, DateTimeOffset At)> Asked { get; } = [];

    public TimeSpan Latency { get; set; } = TimeSpan.FromMilliseconds(5);

    /// <summary>How long a URL takes; <see cref="Latency"/> where it says null.</summary>
    public Func<string, TimeSpan?> LatencyOf { get; set; } = _ => null;

    /// <summary>Whether exchanges go on although they are broken off.</summary>
    public bool IsDeaf { get; set; }

    /// <summary>Answers in turn; the last one stays.</summary>
    public ScriptedWeb On(string url, params Answer[] answers)
    {
        _answers[url] = new Queue<Answer>(answers);
        return this;
    }

    /// <summary>A page whose lines are links.</summary>
    public ScriptedWeb Page(string url, params string[] links) => On(url, new Answer(200, string.Join('\n', links)));

    public int Count(string url) => Asked.Count(a => a.Url == url);

    public async ValueTask<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        var started = clock.GetUtcNow();
        Asked.Add((request.Url, started));
        await Task.Delay(LatencyOf(request.Url) ?? Latency, clock, IsDeaf ? CancellationToken.None : cancellationToken);
        var answer = !_answers.TryGetValue(request.Url, out var queue) ? new Answer(404)
            : queue.Count > 1 ? queue.Dequeue() : queue.Peek();
        var body = Encoding.UTF8.GetBytes(answer.Body);
        return new FetchResult
        {
            Status = answer.Status,
            Headers = [.. answer.Headers.Select(h => new FetchHeader(h.Name, h.Value))],
            Body = body,
            BodyLength = body.Length,
            Error = answer.Error,
            StartedAt = started,
            Duration = clock.GetUtcNow() - started,
        };
    }
}
