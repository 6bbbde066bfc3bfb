namespace Trawl.Server.Endpoints.Bodies;

/// <summary>How a run is to be replayed.</summary>
/// <param name="Concurrency">Pages worked on at once at most, 1 to 1,000; null for 32.</param>
internal sealed record ReplayBody(int? Concurrency = null);
