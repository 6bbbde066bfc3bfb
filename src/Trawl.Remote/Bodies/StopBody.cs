namespace Trawl.Remote.Bodies;

internal sealed record StopBody(bool AtOnce, double? WithinSeconds);
