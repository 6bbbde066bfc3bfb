namespace Trawl.Demo;

/// <summary>What shop to open.</summary>
public sealed record DemoShopOptions
{
    /// <summary>TCP port on loopback; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Names, prices and texts follow from it; where troubles are does not.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Products; at least 1.</summary>
    public int Products { get; init; } = 1200;

    public int Articles { get; init; } = 40;

    /// <summary>Whether failures, slowness and pauses happen; false serves the same pages without them.</summary>
    public bool Troubles { get; init; } = true;

    /// <summary>Whether product pages have the shop's new template, in which some classes have other names.</summary>
    public bool Redesigned { get; init; }

    /// <summary>Added to every answer, for tests that need pages in flight.</summary>
    public TimeSpan Latency { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
