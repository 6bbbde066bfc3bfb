using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Server;
using Trawl.Access;
using Trawl.Api;

namespace Trawl.Server;

/// <summary>What a server needs.</summary>
public sealed record ServerOptions
{
    /// <summary>What it serves.</summary>
    public required ITrawlClient Client { get; init; }

    /// <summary>Who may call.</summary>
    public required AccessControl Access { get; init; }

    /// <summary>Where it listens; port 0 takes a free one. Anything but loopback needs a certificate and users.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, 8480);

    /// <summary>For HTTPS; null for HTTP.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Names under which callers reach it, beside those of loopback and the address it listens on.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Checks of readiness beside the server's own.</summary>
    public IReadOnlyList<Health.IReadinessCheck> Checks { get; init; } = [];

    /// <summary>Whether pipelines that assistants write may reach addresses that are not public.</summary>
    public bool AssistantsReachPrivate { get; init; }

    /// <summary>What assistants find behind <c>/mcp</c>, in place of Trawl's own tools: for tests of what carries their messages.</summary>
    internal McpServerOptions? Assistants { get; init; }

    /// <summary>Requests a caller may make a second, on average; ten times as many at once.</summary>
    public int RequestsPerSecond { get; init; } = 200;

    /// <summary>How long open calls may take to end when the server stops.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Where the server's log goes; null for nowhere.</summary>
    public ILoggerProvider? Log { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
