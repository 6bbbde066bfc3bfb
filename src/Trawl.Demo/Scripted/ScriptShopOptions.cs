namespace Trawl.Demo.Scripted;

/// <summary>What shop of scripts to open.</summary>
public sealed record ScriptShopOptions
{
    /// <summary>TCP port on loopback; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Products; at least 1.</summary>
    public int Products { get; init; } = 48;

    /// <summary>How long the answer with a price takes.</summary>
    public TimeSpan PriceDelay { get; init; } = TimeSpan.FromMilliseconds(80);

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
