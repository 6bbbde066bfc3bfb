using System.Collections.Concurrent;
using Trawl.Engine.Seams.Fetching;
using Trawl.Recording.Reading;
using Trawl.Web.Urls;

namespace Trawl.Recording.Replaying;

/// <summary>
/// Answers a plan that did not make the recording: by method and URL, the first attempt with the first recorded answer.
/// What the capture does not hold fails by name and is listed; nobody is asked.
/// </summary>
internal sealed class TrialFetcher(RunCapture capture, Func<string, long?> hostOf) : IFetcher
{
    private readonly ConcurrentDictionary<long, ConcurrentQueue<RecordedExchange>> _robots = [];
    private readonly ConcurrentDictionary<string, bool> _missing = [];

    /// <summary>URLs that are not in the capture, ordered.</summary>
    public IReadOnlyList<string> Missing => [.. _missing.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The first damage met in the capture; null when there is none.</summary>
    public CaptureDamagedException? Damage { get; private set; }

    /// <inheritdoc/>
    public ValueTask<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            if (request.RobotsOf is { } host)
            {
                return new(Robots(host, request.Url) is { } rules ? RecordedAnswers.Of(rules) : RecordedAnswers.NoRobots());
            }

            var made = capture.FindByUrl(request.Url).Where(e => e.Method == request.Method).ToArray();
            if (made.Length > 0)
            {
                return new(RecordedAnswers.Of(made[Math.Min(request.Attempt, made.Length - 1)]));
            }
        }
        catch (CaptureDamagedException damage)
        {
            Damage ??= damage;
        }

        _missing[request.Url] = true;
        return new(RecordedAnswers.Missing(request.Url));
    }

    private RecordedExchange? Robots(long host, string url)
    {
        var answers = _robots.GetOrAdd(host, _ => new(
            hostOf(WebUrl.Parse(url).Origin) is { } id ? capture.FindRobots(id) : []));
        return answers.TryDequeue(out var next) ? next : null;
    }
}
