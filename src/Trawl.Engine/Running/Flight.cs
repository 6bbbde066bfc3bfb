using Trawl.Engine.Hosts;

namespace Trawl.Engine.Running;

/// <summary>A request on its way.</summary>
internal sealed class Flight(HostQueue host, DateTimeOffset began)
{
    public HostQueue Host => host;

    public DateTimeOffset Began => began;

    public bool IsOver { get; set; }

    /// <summary>It was without an answer for so long that its slot was given to another.</summary>
    public bool IsStuck { get; set; }
}
