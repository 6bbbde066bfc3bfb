namespace Trawl.Server.Health;

/// <summary>What all checks found.</summary>
/// <param name="Status"><c>ready</c> or <c>not-ready</c>; <c>live</c> for a server that answers at all.</param>
/// <param name="Checks">Each part.</param>
public sealed record HealthReport(string Status, IReadOnlyList<HealthReading> Checks);
