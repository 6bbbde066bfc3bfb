using System.Security.Cryptography.X509Certificates;
using Trawl.Fetch.Egress;
using Trawl.Fetch.Headers;
using Trawl.Fetch.Proxies;
using Trawl.Model.Plans;

namespace Trawl.Fetch.Http;

/// <summary>What a fetcher needs to know beyond the single request.</summary>
public sealed record FetcherOptions
{
    public required FetchPlan Plan { get; init; }

    /// <summary>The plan's headers with <c>${env:NAME}</c> already replaced.</summary>
    public IReadOnlyList<HeaderPlan> Headers { get; init; } = [];

    /// <summary>The cookies to begin with, and those that come; null for a jar of its own where the plan wants one.</summary>
    public CookieJar? Cookies { get; init; }

    /// <summary>Where large bodies go while they are in use; created when first needed.</summary>
    public required string TempFolder { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What may be connected to; the public internet unless the pipeline names more.</summary>
    public EgressRules Egress { get; init; } = EgressRules.PublicOnly;

    /// <summary>Proxies that everything goes through; empty for none. Nothing goes out beside them.</summary>
    public IReadOnlyList<ProxyEndpoint> Proxies { get; init; } = [];

    /// <summary>Where proxies may be; what they are asked for is held against <see cref="Egress"/>.</summary>
    public EgressRules ProxyEgress { get; init; } = EgressRules.PublicOnly;

    /// <summary>Turns names into addresses; null for the machine's own resolver.</summary>
    public IAddressResolver? Resolver { get; init; }

    /// <summary>Sees a connection's bytes pass: for tests of what the client has read when.</summary>
    internal Func<Stream, Stream>? Tap { get; init; }

    /// <summary>Longest time for name, TCP and TLS together; the exchange's own deadline holds besides.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A connection older than this is not used again, so that a changed DNS entry is noticed.</summary>
    public TimeSpan ConnectionLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Response headers larger than this many KiB end the exchange.</summary>
    public int MaxHeaderKib { get; init; } = 64;

    /// <summary>Certificate authorities trusted beside those of the machine.</summary>
    public X509Certificate2Collection TrustedRoots { get; init; } = [];

    /// <summary>All that is wrong with these options, one message each; empty when they can be used.</summary>
    public IReadOnlyList<string> Check() => OptionsCheck.Run(this);
}
