namespace Trawl.Simulation;

/// <summary>Bugs that the simulation must find, or it proves nothing.</summary>
public enum PlantedBug
{
    None,
    LostLease,
    CommitAfterPublish,
    MissingFence,
}
