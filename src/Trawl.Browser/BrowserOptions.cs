using Trawl.Fetch.Egress;

namespace Trawl.Browser;

/// <summary>What a run's browser needs to know beyond the single page.</summary>
public sealed record BrowserOptions
{
    /// <summary>Path of the Chromium to start: see <see cref="InstalledChromium"/>.</summary>
    public required string Executable { get; init; }

    /// <summary>What may be connected to.</summary>
    public required EgressRules Egress { get; init; }

    /// <summary>Turns names into addresses; null for the machine's own resolver.</summary>
    public IAddressResolver? Resolver { get; init; }

    /// <summary>User-Agent that pages and servers are told; null for the browser's own.</summary>
    public string? UserAgent { get; init; }

    /// <summary>Pages open at once, 1 to 64.</summary>
    public int Pages { get; init; } = 4;

    /// <summary>Where a page's chance comes from.</summary>
    public int Seed { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
