namespace Trawl.Recording.Archives;

/// <summary>A WARC file: an archive itself, one inside a package, or a copy that the run made.</summary>
/// <param name="Path">The file on the disk.</param>
/// <param name="Inside">Its path in the package; null when it is no package.</param>
public sealed record ArchiveMember(string Path, string? Inside)
{
    /// <summary>For people.</summary>
    public string Name => Inside is null ? Path : $"{Path}!{Inside}";
}
