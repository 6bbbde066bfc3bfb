namespace Trawl.Api.Schedules;

/// <summary>When a pipeline is run by itself, and by which rules.</summary>
public sealed record ScheduleInfo
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>What it runs: <c>saved:NAME</c>, <c>saved:NAME@VERSION</c>, or the path of a file on the machine of the home.</summary>
    public required string Pipeline { get; init; }

    /// <summary>What makes it due.</summary>
    public required ScheduleTrigger Trigger { get; init; }

    /// <summary>Whether nothing of it is due meanwhile.</summary>
    public required bool IsPaused { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>What becomes of it while its run before goes on: <c>skip</c>, <c>queue</c> or <c>allow</c>.</summary>
    public required string Overlap { get; init; }

    /// <summary>What becomes of times that passed while nobody was there: <c>once</c>, <c>skip</c> or <c>all</c>.</summary>
    public required string Missed { get; init; }

    /// <summary>Each is put off by up to so many seconds.</summary>
    public required double JitterSeconds { get; init; }

    /// <summary>Who goes first when not all may run: −100 to 100.</summary>
    public required int Priority { get; init; }

    /// <summary>When it is due next; null when it is paused, or not due by the clock.</summary>
    public DateTimeOffset? Next { get; init; }
}
