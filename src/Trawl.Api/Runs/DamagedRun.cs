namespace Trawl.Api.Runs;

/// <summary>A folder among the runs that cannot be read as one.</summary>
/// <param name="Folder">Its absolute path.</param>
/// <param name="Problem">What is wrong.</param>
public sealed record DamagedRun(string Folder, string Problem);
