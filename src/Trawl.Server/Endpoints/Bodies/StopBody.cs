namespace Trawl.Server.Endpoints.Bodies;

/// <summary>How to stop a run.</summary>
/// <param name="AtOnce">Whether exchanges under way are broken off instead of finished.</param>
/// <param name="WithinSeconds">How long what is under way may take before it is broken off, 0 to 3600; 10 when it is not given.</param>
public sealed record StopBody(bool AtOnce = false, double? WithinSeconds = null);
