namespace Trawl.Ipc.Clients;

/// <summary>How long to wait before the next attempt to connect: not at all, then longer, at last about 50 ms. Short
/// in the tenth of a second in which a process that died is usually back.</summary>
internal static class Backoff
{
    private static readonly int[] s_milliseconds = [0, 1, 2, .. Enumerable.Repeat(4, 30), 10, 10, 10, 10, 10, 20, 50];

    /// <summary>The pause before an attempt, counted from 0. A quarter of it is chance, so that many clients do not come at once.</summary>
    public static TimeSpan Before(int attempt, Random chance)
    {
        var milliseconds = s_milliseconds[Math.Min(attempt, s_milliseconds.Length - 1)];
        return TimeSpan.FromMilliseconds(milliseconds * (0.75 + (0.25 * chance.NextDouble())));
    }
}
