namespace Trawl.Hosting.Captures;

/// <summary>How far a piece of work on a capture is.</summary>
/// <param name="Done">Bytes done.</param>
/// <param name="Total">Bytes to do.</param>
public readonly record struct CaptureProgress(long Done, long Total);
