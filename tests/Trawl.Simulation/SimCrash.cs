using Trawl.Engine.Crash;

namespace Trawl.Simulation;

/// <summary>The simulated process dies here; nothing of it runs afterwards.</summary>
internal sealed class SimCrash : Exception
{
    [ThreadStatic]
    private static Action<CrashPoint>? t_onReached;

    static SimCrash() => CrashPoints.OnReached = point => t_onReached?.Invoke(point);

    /// <summary>The crash points of this thread's simulation: several run side by side.</summary>
    public static Action<CrashPoint>? OnReached
    {
        get => t_onReached;
        set => t_onReached = value;
    }
}
