namespace Trawl.Recording.Archives;

/// <summary>How far the indexing of archives is.</summary>
/// <param name="Done">Bytes read.</param>
/// <param name="Total">Bytes to read.</param>
/// <param name="Records">Records seen.</param>
public readonly record struct ArchiveProgress(long Done, long Total, long Records);
