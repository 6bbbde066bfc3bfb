using Trawl.Model.Plans;

namespace Trawl.Engine.Attempts;

/// <summary>When to try again: exponential with jitter from the run's seed, so that a replay waits the same.</summary>
internal sealed class RetryPolicy(FetchPlan plan, int seed)
{
    /// <summary>A server's Retry-After is kept in full up to here.</summary>
    public static readonly TimeSpan RetryAfterMax = TimeSpan.FromHours(24);

    /// <summary>The pause before the next attempt; null when there is none left.</summary>
    /// <param name="requestId">The request.</param>
    /// <param name="settled">Attempts made so far, the one that just failed included.</param>
    /// <param name="retryAfter">What the server asked for.</param>
    public TimeSpan? Pause(long requestId, int settled, TimeSpan? retryAfter)
    {
        if (settled > plan.Retries)
        {
            return null;
        }

        var pause = Backoff(plan.RetryDelay, plan.RetryDelayMax, settled, Chance(requestId, settled));
        var asked = retryAfter > RetryAfterMax ? RetryAfterMax : retryAfter;
        return asked > pause ? asked : pause;
    }

    /// <summary>Doubles from <paramref name="first"/> up to <paramref name="max"/>, then takes 50 to 150 % of it.</summary>
    public static TimeSpan Backoff(TimeSpan first, TimeSpan max, int failures, double chance)
    {
        var doubled = first.TotalSeconds * Math.Pow(2, Math.Clamp(failures - 1, 0, 30));
        return TimeSpan.FromSeconds(Math.Min(doubled, max.TotalSeconds) * (0.5 + chance));
    }

    /// <summary>A number in [0, 1) that depends on seed, request and attempt alone (SplitMix64's finaliser).</summary>
    public double Chance(long requestId, int attempt)
    {
        var z = unchecked((ulong)seed + (0x9E3779B97F4A7C15UL * (ulong)((requestId << 8) + attempt + 1)));
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
