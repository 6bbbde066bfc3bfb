namespace Trawl.Hosting.Reading;

/// <summary>A folder among the runs, looked at.</summary>
/// <param name="Folder">Its path.</param>
/// <param name="Problem">What is wrong; null when nothing is.</param>
internal sealed record InspectedRun(string Folder, string? Problem);
