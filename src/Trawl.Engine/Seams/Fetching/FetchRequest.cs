using Trawl.Model.Plans;

namespace Trawl.Engine.Seams.Fetching;

/// <summary>One exchange to make.</summary>
public sealed record FetchRequest
{
    /// <summary>Absolute http or https URL, canonical, without fragment.</summary>
    public required string Url { get; init; }

    /// <summary>The request of the frontier it serves; null for robots.txt.</summary>
    public long? RequestId { get; init; }

    /// <summary>The host whose robots.txt is looked for; null for a request of the frontier.</summary>
    public long? RobotsOf { get; init; }

    /// <summary>The plugin's call that asks for it; null for a request of the frontier and for robots.txt.</summary>
    public PluginFetch? Plugin { get; init; }

    /// <summary>Attempts settled before this one; for robots.txt, looks in a row that failed.</summary>
    public int Attempt { get; init; }

    public string Method { get; init; } = "GET";

    /// <summary>Headers of this request beyond those of the plan.</summary>
    public IReadOnlyList<HeaderPlan> Headers { get; init; } = [];

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>What is known of the page from before: the answer may be that nothing changed (status 304). Null to ask for the page.</summary>
    public Validators? Validators { get; init; }

    /// <summary>Largest body in bytes as received; a longer one ends in <see cref="FetchErrorKind.TooLarge"/>.</summary>
    public long MaxBody { get; init; } = 32L << 20;

    /// <summary>From the name's resolution to the last byte.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A body larger than this goes to a temporary file instead of memory (see <see cref="FetchResult.OpenBody"/>).</summary>
    public long SpoolAbove { get; init; } = long.MaxValue;
}
