using System.Collections.Concurrent;
using Trawl.Engine.Seams.Fetching;
using Trawl.Recording.Reading;

namespace Trawl.Recording.Replaying;

/// <summary>
/// Answers with what was recorded for the attempt. Knows no network: what the capture does not hold is an answer of its
/// own (<see cref="FetchErrorKind.NotRecorded"/>).
/// </summary>
public sealed class ReplayFetcher(RunCapture capture) : IFetcher
{
    private readonly ConcurrentDictionary<long, RobotsAnswers> _robots = [];
    private readonly ConcurrentQueue<string> _missing = [];

    /// <summary>What was asked for and is not in the capture, in the order of asking.</summary>
    public IReadOnlyCollection<string> Missing => _missing;

    /// <summary>The first damage met in the capture; null when there is none.</summary>
    public CaptureDamagedException? Damage { get; private set; }

    /// <inheritdoc/>
    public ValueTask<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Find(request) is not { } exchange)
        {
            _missing.Enqueue(request.Url);
            return new(RecordedAnswers.Missing(request.Url));
        }

        return new(RecordedAnswers.Of(exchange));
    }

    private RecordedExchange? Find(FetchRequest request)
    {
        try
        {
            return request.RobotsOf is { } host
                ? _robots.GetOrAdd(host, id => new RobotsAnswers(capture.FindRobots(id))).Next()
                : capture.Find(request.RequestId!.Value, request.Attempt);
        }
        catch (CaptureDamagedException damage)
        {
            Damage ??= damage;
            return null;
        }
    }

    private sealed class RobotsAnswers(IReadOnlyList<RecordedExchange> exchanges)
    {
        private int _next;

        public RecordedExchange? Next() =>
            Interlocked.Increment(ref _next) - 1 is var index && index < exchanges.Count ? exchanges[index] : null;
    }
}
