using Trawl.Model.Plans;

namespace Trawl.Engine.Hosts;

/// <summary>
/// The delay between two requests to a host: the plan's (or robots.txt's) at least, doubled when the host says 429 or
/// 503 or times out, grown when its answers take much longer than they did, and shrunk back by success.
/// </summary>
internal sealed class HostThrottle(FetchPlan plan, TimeSpan? stored, int failures)
{
    private static readonly TimeSpan s_ceiling = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_firstStep = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_crawlDelayMax = TimeSpan.FromSeconds(30);
    private TimeSpan _floor = plan.Delay;
    private double _usualMs;
    private double _recentMs;

    /// <summary>In force now.</summary>
    public TimeSpan Delay { get; private set; } = stored is { } kept && kept > plan.Delay ? kept : plan.Delay;

    /// <summary>Failures in a row.</summary>
    public int Failures { get; private set; } = failures;

    /// <summary>A Crawl-delay of robots.txt is a floor, up to half a minute: longer ones are used as blockades.</summary>
    public void Respect(TimeSpan? crawlDelay)
    {
        var wish = crawlDelay is { } delay && delay < s_crawlDelayMax ? delay : crawlDelay is null ? TimeSpan.Zero : s_crawlDelayMax;
        _floor = wish > plan.Delay ? wish : plan.Delay;
        Delay = Delay < _floor ? _floor : Delay;
    }

    /// <summary>Answers whether the delay changed.</summary>
    public bool Succeeded(TimeSpan latency)
    {
        Failures = 0;
        if (!plan.Adaptive)
        {
            return false;
        }

        var before = Delay;
        Observe(latency.TotalMilliseconds);
        Delay = IsSlowing ? Grow(1.25) : Shrink();
        return Delay != before;
    }

    /// <summary>The host asked to be left alone, or does not answer in time. Answers whether the delay changed.</summary>
    public bool Refused()
    {
        Failures++;
        var before = Delay;
        Delay = plan.Adaptive ? Grow(2) : Delay;
        return Delay != before;
    }

    private bool IsSlowing => _recentMs > 1_000 && _recentMs > 4 * _usualMs;

    private void Observe(double milliseconds)
    {
        _recentMs += (milliseconds - _recentMs) * 0.3;
        _usualMs = _usualMs == 0 ? milliseconds : _usualMs + ((milliseconds - _usualMs) * 0.02);
    }

    private TimeSpan Grow(double factor)
    {
        var grown = Delay < s_firstStep ? s_firstStep : Delay * factor;
        return grown > s_ceiling ? s_ceiling : grown;
    }

    private TimeSpan Shrink()
    {
        var shrunk = Delay * 0.8;
        return shrunk - _floor < TimeSpan.FromMilliseconds(10) ? _floor : shrunk;
    }
}
