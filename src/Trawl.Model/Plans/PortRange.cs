namespace Trawl.Model.Plans;

/// <summary>A run of TCP ports.</summary>
/// <param name="First">1 to 65,535.</param>
/// <param name="Last">The last one, not below the first.</param>
public readonly record struct PortRange(int First, int Last)
{
    /// <summary>Whether the port is one of them.</summary>
    public bool Contains(int port) => port >= First && port <= Last;
}
