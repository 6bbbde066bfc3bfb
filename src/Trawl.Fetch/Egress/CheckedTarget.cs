using System.Net;

namespace Trawl.Fetch.Egress;

/// <summary>Addresses that passed the guard. Only the guard makes one, and the dialer takes nothing else.</summary>
internal sealed class CheckedTarget
{
    internal CheckedTarget(IReadOnlyList<IPEndPoint> ends) => Ends = ends;

    /// <summary>At least one, best first.</summary>
    public IReadOnlyList<IPEndPoint> Ends { get; }
}
