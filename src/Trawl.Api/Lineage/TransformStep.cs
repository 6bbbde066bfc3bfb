namespace Trawl.Api.Lineage;

/// <summary>What one transform did.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Before">The values it was given.</param>
/// <param name="After">The values it left.</param>
public sealed record TransformStep(
    string Name,
    IReadOnlyList<string> Arguments,
    IReadOnlyList<string> Before,
    IReadOnlyList<string> After);
