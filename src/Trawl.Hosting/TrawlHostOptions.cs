using Trawl.Engine.Seams.Fetching;
using Trawl.Fetch.Http;
using Trawl.Governor.Readings;
using Trawl.Hosting.Rendering;
using Trawl.Hosting.Settings;

namespace Trawl.Hosting;

/// <summary>How <see cref="TrawlHost.Open"/> opens a home.</summary>
public sealed record TrawlHostOptions
{
    /// <summary>The home folder; null for <c>TRAWL_HOME</c> or the platform's convention.</summary>
    public string? Home { get; init; }

    /// <summary>Settings that were read already; null reads them. Its home counts, not <see cref="Home"/>.</summary>
    public SettingsResult? Settings { get; init; }

    /// <summary>The clock of everything the engine does.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What this process is there for, told to others who want the same home.</summary>
    public string Command { get; init; } = Environment.CommandLine;

    /// <summary>Browsers for page rules that want them; null for none.</summary>
    public BrowserSupport? Browser { get; init; }

    /// <summary>What machine and container have, for tests; null asks them.</summary>
    internal IReadings? Readings { get; init; }

    /// <summary>Makes the fetcher of a run instead of the live one, for tests.</summary>
    internal Func<FetcherOptions, IFetcher>? Fetcher { get; init; }
}
