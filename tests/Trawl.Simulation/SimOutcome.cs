using Trawl.Simulation.World;

namespace Trawl.Simulation;

/// <summary>What a simulated run left behind, for the judges.</summary>
internal sealed record SimOutcome(
    SimSite Site,
    IReadOnlyList<Arrival> Arrivals,
    IReadOnlyList<DateTimeOffset> Deaths,
    TimeSpan Delay,
    bool HadZombie,
    bool IsWhollyCaptured,
    string Folder,
    long Steps);
