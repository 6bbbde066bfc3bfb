namespace Trawl.Model.Plans;

/// <summary>
/// What a run may connect to. Without a word here: any public address by http or https, on port 80, 443 and the ports
/// that start points and scope hosts name. What a start point names by a literal address, or as <c>localhost</c>, is
/// allowed with exactly that port.
/// </summary>
public sealed record EgressPlan
{
    /// <summary>
    /// Hosts on the owner's own network that may be reached: host patterns (<c>wiki.corp</c>, <c>*.corp</c>,
    /// <c>10.0.0.5:8080</c>) compare with the URL, whatever the name resolves to; networks (<c>10.0.0.0/8</c>) compare
    /// with the resolved address.
    /// </summary>
    public IReadOnlyList<string> Allow { get; init; } = [];

    /// <summary>Ports that may be reached besides those that hold without a word.</summary>
    public IReadOnlyList<PortRange> Ports { get; init; } = [];

    /// <summary>Schemes that may be used, <c>http</c> and <c>https</c>; empty for both.</summary>
    public IReadOnlyList<string> Schemes { get; init; } = [];
}
