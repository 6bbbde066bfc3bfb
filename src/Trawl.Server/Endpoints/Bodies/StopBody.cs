namespace Trawl.Server.Endpoints.Bodies;

/// <summary>How to stop a run.</summary>
/// <param name="AtOnce">Whether exchanges under way are broken off instead of finished.</param>
public sealed record StopBody(bool AtOnce = false);
