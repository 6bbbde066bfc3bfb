namespace Trawl.Api.Runs;

/// <summary>The web archive of a run's exchanges.</summary>
/// <param name="Folder">Where its files are.</param>
/// <param name="Files">How many there are.</param>
/// <param name="Bytes">Bytes of them that hold.</param>
/// <param name="Exchanges">Exchanges recorded.</param>
public sealed record CaptureInfo(string Folder, int Files, long Bytes, long Exchanges);
