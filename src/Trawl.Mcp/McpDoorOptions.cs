using Trawl.Access;
using Trawl.Api;

namespace Trawl.Mcp;

/// <summary>What a door for assistants needs.</summary>
public sealed record McpDoorOptions
{
    /// <summary>What it serves.</summary>
    public required ITrawlClient Client { get; init; }

    /// <summary>How pipelines that assistants send become ones that may run.</summary>
    public required IPipelineGate Pipelines { get; init; }

    /// <summary>Who calls where no message says so: the person at the machine, over stdio. Null: nobody, and nothing is allowed.</summary>
    public Caller? Caller { get; init; }

    /// <summary>Where calls that change something are written down; null for nowhere.</summary>
    public AccessControl? Access { get; init; }

    /// <summary>
    /// Whether pipelines that assistants write may reach addresses that are not public. A page that talks an assistant
    /// into something must not get at the network this machine stands in.
    /// </summary>
    public bool MayReachPrivate { get; init; }

    /// <summary>The version to tell clients.</summary>
    public string Version { get; init; } = "0";

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
