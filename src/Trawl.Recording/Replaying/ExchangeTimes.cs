using Trawl.Recording.Reading;

namespace Trawl.Recording.Replaying;

/// <summary>When recorded exchanges began.</summary>
public sealed class ExchangeTimes(RunCapture capture)
{
    /// <summary>Whether an attempt of a request (from 0) was on its way when its host's robots.txt was looked for.</summary>
    internal bool IsBefore(long requestId, int attempt, long hostId, string host, RobotsLook look) =>
        capture.BeganAt(requestId, attempt) is { } began
        && capture.RobotsBeganAt(hostId, host + "/robots.txt", look.At) is { } looked && began < looked;
}
