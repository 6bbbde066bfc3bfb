namespace Trawl.Storage.Reading;

/// <summary>A folder among the runs.</summary>
/// <param name="Folder">Its absolute path.</param>
/// <param name="Run">The run in it; null when it cannot be read.</param>
/// <param name="Problem">What is wrong with it; null when all is well.</param>
public sealed record RunFolder(string Folder, RunInfo? Run, string? Problem);
