using Trawl.Model.Plans;
using Trawl.Model.Requests;

namespace Trawl.Engine.Seams.Store;

/// <summary>A request in this engine's hands.</summary>
public sealed record LeasedRequest
{
    public required long Id { get; init; }

    public required long HostId { get; init; }

    public required string Url { get; init; }

    public RequestKind Kind { get; init; }

    public string Method { get; init; } = "GET";

    public IReadOnlyList<HeaderPlan> Headers { get; init; } = [];

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The rule or start point that found it, as in <see cref="NewRequest.Via"/>.</summary>
    public required string Via { get; init; }

    public int Depth { get; init; }

    public int Redirects { get; init; }

    /// <summary>Attempts already settled; 0 the first time.</summary>
    public int Attempts { get; init; }
}
