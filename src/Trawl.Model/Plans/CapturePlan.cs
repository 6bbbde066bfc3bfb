namespace Trawl.Model.Plans;

/// <summary>What a run writes down of its exchanges.</summary>
public sealed record CapturePlan
{
    /// <summary>Which exchanges are recorded.</summary>
    public CaptureMode Mode { get; init; }

    /// <summary>
    /// Names of header fields whose values are not recorded, beyond Authorization, Proxy-Authorization, Cookie and
    /// Set-Cookie.
    /// </summary>
    public IReadOnlyList<string> RedactHeaders { get; init; } = [];

    /// <summary>Names of query parameters whose values the run keeps sealed, in its database and in its capture.</summary>
    public IReadOnlyList<string> RedactQuery { get; init; } = [];
}
