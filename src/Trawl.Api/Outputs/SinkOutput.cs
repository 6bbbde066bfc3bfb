namespace Trawl.Api.Outputs;

/// <summary>Records that went to a plugin.</summary>
/// <param name="Sink">The sink's name in the run: the plugin's, numbered when it takes several outputs.</param>
/// <param name="Records">Records that it has acknowledged.</param>
/// <param name="Repeated">Records that were sent once more after a crash: they may be there twice. Always 0 for a sink that is exactly-once.</param>
/// <param name="IsComplete">Whether it has them all.</param>
public sealed record SinkOutput(string Sink, long Records, long Repeated, bool IsComplete);
