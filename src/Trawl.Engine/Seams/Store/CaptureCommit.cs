namespace Trawl.Engine.Seams.Store;

/// <summary>What a commit says about the run's capture. Its bytes are on the disk before.</summary>
/// <param name="Exchanges">Exchanges recorded, those of robots.txt in the order in which they were made.</param>
/// <param name="Files">Files that grew, with the length that now holds.</param>
public sealed record CaptureCommit(IReadOnlyList<ExchangeRow> Exchanges, IReadOnlyList<CaptureFile> Files);
