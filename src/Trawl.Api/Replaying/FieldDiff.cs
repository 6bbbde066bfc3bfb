namespace Trawl.Api.Replaying;

/// <summary>A field that is not the same.</summary>
/// <param name="Name">The field.</param>
/// <param name="Before">Its value in the run, as JSON; null when it has none.</param>
/// <param name="After">Its value with the changed pipeline.</param>
public sealed record FieldDiff(string Name, string? Before, string? After);
