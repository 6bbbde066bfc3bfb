namespace Trawl.Engine.Seams.Store;

/// <summary>Where a record begins in a run's capture.</summary>
/// <param name="File">Number of the file.</param>
/// <param name="Offset">Its first byte.</param>
public readonly record struct CapturePlace(int File, long Offset);
