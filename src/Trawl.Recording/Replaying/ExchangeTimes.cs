using Trawl.Engine.Seams.Store;
using Trawl.Recording.Reading;

namespace Trawl.Recording.Replaying;

/// <summary>When recorded exchanges began.</summary>
public sealed class ExchangeTimes(RunCapture capture)
{
    /// <summary>Whether a request was on its way when its host's robots.txt was looked for.</summary>
    internal bool IsBefore(LeasedRequest request, RobotsLook look) =>
        capture.BeganAt(request.Id, request.Attempts) is { } began
        && capture.RobotsBeganAt(request.HostId, look.At) is { } looked && began < looked;
}
