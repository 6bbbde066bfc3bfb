namespace Trawl.Engine.Seams.Store;

/// <summary>A file of the run's capture.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Length">Bytes that hold; what stands behind them is of an engine that died.</param>
public readonly record struct CaptureFile(int Number, long Length);
