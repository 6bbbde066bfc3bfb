namespace Trawl.Model.Plans;

/// <summary>A proxy that requests go through.</summary>
public sealed record ProxyPlan
{
    /// <summary><c>http://host:port</c> or <c>socks5://host:port</c>, nothing behind it.</summary>
    public required string Url { get; init; }

    /// <summary>Who asks; <c>${env:NAME}</c> is not stored with the plan but replaced when it is sent. Null for nobody.</summary>
    public string? User { get; init; }

    /// <summary>The password, as <see cref="User"/>; what is written into the pipeline is sealed in the run's copy of the plan.</summary>
    public string? Password { get; init; }
}
