namespace Trawl.Model.Plans;

/// <summary>An archive, and what tells another file from it.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sample">SHA-256 of its first and last 64 KiB, lower-case hex.</param>
public sealed record ArchiveFile(string Path, long Bytes, string Sample);
