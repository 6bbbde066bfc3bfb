namespace Trawl.Server.Health;

/// <summary>What one check found.</summary>
/// <param name="Name">The part.</param>
/// <param name="IsReady">Whether it could work now.</param>
/// <param name="Reading">What was measured, with its unit.</param>
/// <param name="Reason">Why it is not ready, and what to do; null when it is.</param>
public sealed record HealthReading(string Name, bool IsReady, string Reading, string? Reason);
