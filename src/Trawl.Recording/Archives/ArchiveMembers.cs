using Trawl.Warc.Packages;

namespace Trawl.Recording.Archives;

/// <summary>The WARC files of an archive: itself, or those inside a package.</summary>
internal static class ArchiveMembers
{
    public static IReadOnlyList<ArchiveMember> Of(string path)
    {
        if (!IsZip(path))
        {
            return [new ArchiveMember(path, null)];
        }

        using var package = WaczReader.TryOpen(File.OpenRead(path), out var problem)
            ?? throw new ArchiveUnusableException($"The package \"{path}\" cannot be read: {problem}", "Get the file anew.");
        return package.Warcs.Select(inside => new ArchiveMember(path, inside)).ToArray() is { Length: > 0 } members
            ? members
            : throw new ArchiveUnusableException($"The package \"{path}\" holds no WARC file.", "Use another one.");
    }

    private static bool IsZip(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> mark = stackalloc byte[4];
        return file.ReadAtLeast(mark, 4, throwOnEndOfStream: false) == 4 && mark.SequenceEqual("PK\x03\x04"u8);
    }
}
