using Trawl.Api.Pipelines.Saved;

namespace Trawl.Api.Schedules;

/// <summary>Has a saved pipeline run by itself from now on.</summary>
public sealed record AddScheduleRequest
{
    /// <summary>Its name: 1 to 64 letters, digits, <c>-</c>, <c>_</c> and <c>.</c>, unique in the home.</summary>
    public required string Name { get; init; }

    /// <summary>What it runs; without a version whichever is current then.</summary>
    public required SavedSource Pipeline { get; init; }

    /// <summary>What makes it due.</summary>
    public required ScheduleTrigger Trigger { get; init; }

    /// <summary>What becomes of it while its run before goes on: <c>skip</c>, <c>queue</c> or <c>allow</c>; null for skip.</summary>
    public string? Overlap { get; init; }

    /// <summary>What becomes of times that passed while nobody was there: <c>once</c>, <c>skip</c> or <c>all</c>; null for once.</summary>
    public string? Missed { get; init; }

    /// <summary>Each is put off by up to so many seconds, 0 to 86,400.</summary>
    public double JitterSeconds { get; init; }

    /// <summary>Who goes first when not all may run: −100 to 100.</summary>
    public int Priority { get; init; }

    /// <summary>Whether its runs may reach public addresses alone; a server sets it for callers who may not administer it.</summary>
    public bool PublicOnly { get; init; }
}
