using Trawl.Engine.Seams.Plugins;
using Trawl.Engine.Seams.Fetching;

namespace Trawl.Engine.Seams.Store;

/// <summary>The end of a lease: everything one attempt changed, stored in one transaction or not at all.</summary>
public sealed record Settlement
{
    public required LeasedRequest Request { get; init; }

    public required SettledAs As { get; init; }

    /// <summary>When the attempt ended.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>A code of <see cref="Model.Errors.ErrorCode"/>; null when done.</summary>
    public string? Code { get; init; }

    /// <summary>What happened, for people; null when done.</summary>
    public string? Reason { get; init; }

    /// <summary>HTTP status; 0 when there was none.</summary>
    public int Status { get; init; }

    public string? ContentType { get; init; }

    public string? Address { get; init; }

    /// <summary>Where a redirect led.</summary>
    public string? RedirectedTo { get; init; }

    public long Bytes { get; init; }

    /// <summary>Bytes of the body kept from an earlier run, which the server said had not changed; null when the page was received.</summary>
    public long? Kept { get; init; }

    public TimeSpan Duration { get; init; }

    /// <summary>Time of the next attempt, for <see cref="SettledAs.Retry"/>.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Names of the rules that matched, separated by commas.</summary>
    public string? Rules { get; init; }

    /// <summary>Whether a record of the page broke a rule that ends the run.</summary>
    public bool Fatal { get; init; }

    /// <summary>Whether an exchange was made, so that the attempt counts.</summary>
    public bool Fetched { get; init; }

    /// <summary>Links in scope, equal ones merged, those known to be stored already left out.</summary>
    public IReadOnlyList<NewRequest> Children { get; init; } = [];

    /// <summary>Links left out of <see cref="Children"/> because they were known.</summary>
    public int KnownLinks { get; init; }

    /// <summary>Links left out because they are outside the scope.</summary>
    public int OutsideLinks { get; init; }

    /// <summary>How many of <see cref="Children"/> are skipped because they look like a crawler trap.</summary>
    public int Traps { get; init; }

    /// <summary>The pattern of the first of them.</summary>
    public string? Trap { get; init; }

    public IReadOnlyList<NewRecord> Records { get; init; } = [];

    /// <summary>What plugins did for the page.</summary>
    public IReadOnlyList<PluginTrace> Plugins { get; init; } = [];

    /// <summary>The exchange as captured; null when none was made or nothing is captured.</summary>
    public CapturedExchange? Captured { get; init; }
}
