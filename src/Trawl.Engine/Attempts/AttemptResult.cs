using Trawl.Engine.Seams.Store;

namespace Trawl.Engine.Attempts;

/// <summary>The end of an attempt, for the loop.</summary>
/// <param name="Settlement">What becomes durable.</param>
/// <param name="Signal">What it says about the host.</param>
/// <param name="HostPause">The whole host is to be left alone this long (Retry-After).</param>
/// <param name="Fatal">A record broke a rule that ends the run; what and where.</param>
/// <param name="Warnings">What was cut short, for people.</param>
/// <param name="Suspend">Why no page can be processed now, so that the run stops and can be resumed.</param>
internal sealed record AttemptResult(
    Settlement Settlement,
    HostSignal Signal = HostSignal.None,
    TimeSpan? HostPause = null,
    string? Fatal = null,
    IReadOnlyList<string>? Warnings = null,
    string? Suspend = null);
