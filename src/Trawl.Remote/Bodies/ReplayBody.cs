namespace Trawl.Remote.Bodies;

internal sealed record ReplayBody(int Concurrency);
