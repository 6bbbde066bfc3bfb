namespace Trawl.Engine.Crash;

/// <summary>
/// Calls out at each <see cref="CrashPoint"/>. Costs one null check unless a test armed it (environment variable
/// <c>TRAWL_CRASH_AT</c>, read in Hosting).
/// </summary>
public static class CrashPoints
{
    /// <summary>What happens when a point is reached; null for nothing.</summary>
    public static Action<CrashPoint>? OnReached { get; set; }

    public static void Reach(CrashPoint point) => OnReached?.Invoke(point);
}
