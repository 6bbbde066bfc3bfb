using System.Security.Cryptography;
using Trawl.Model.Plans;

namespace Trawl.Recording.Archives;

/// <summary>Finds the files of archives and knows them again.</summary>
public static class ArchiveFiles
{
    private const int SampleBytes = 64 << 10;
    private static readonly string[] s_endings = [".warc", ".warc.gz", ".wacz"];

    /// <summary>The archives that paths stand for: files as they are, folders with all archives below them, by name.</summary>
    /// <exception cref="ArchiveUnusableException">A path leads to nothing, or to no archive.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static IReadOnlyList<ArchiveFile> Find(IReadOnlyList<string> paths)
    {
        var files = paths.SelectMany(Expand).Distinct(StringComparer.Ordinal).Select(Identify).ToArray();
        return files.Length > 0 ? files : throw new ArchiveUnusableException("No archive is named.", "Name a file or a folder.");
    }

    /// <summary>Makes sure that the archives are those the run began with.</summary>
    /// <exception cref="ArchiveUnusableException">One is gone or another.</exception>
    public static void Check(ArchivePlan plan)
    {
        foreach (var file in plan.Files)
        {
            if (!File.Exists(file.Path))
            {
                throw new ArchiveUnusableException(
                    $"The archive \"{file.Path}\" is gone; the run reads it.", "Put it back, then resume.");
            }

            if (Identify(file.Path) != file)
            {
                throw new ArchiveUnusableException(
                    $"The archive \"{file.Path}\" is not the one that the run began with.",
                    "Put that one back, then resume, or start a new run.");
            }
        }
    }

    private static IEnumerable<string> Expand(string path)
    {
        var full = Path.GetFullPath(path);
        if (File.Exists(full))
        {
            return [full];
        }

        if (!Directory.Exists(full))
        {
            throw new ArchiveUnusableException($"There is no archive \"{path}\".", "Check the path; a file or a folder of archives.");
        }

        var found = Directory.EnumerateFiles(full, "*", SearchOption.AllDirectories)
            .Where(f => s_endings.Any(e => f.EndsWith(e, StringComparison.OrdinalIgnoreCase)))
            .Order(StringComparer.Ordinal).ToArray();
        return found.Length > 0
            ? found
            : throw new ArchiveUnusableException(
                $"The folder \"{path}\" holds no archive.", $"Archives end in {string.Join(", ", s_endings)}.");
    }

    private static ArchiveFile Identify(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        var sample = new byte[2 * SampleBytes];
        var count = file.ReadAtLeast(sample.AsSpan(0, SampleBytes), SampleBytes, throwOnEndOfStream: false);
        file.Position = Math.Max(count, file.Length - SampleBytes);
        count += file.ReadAtLeast(sample.AsSpan(count, SampleBytes), SampleBytes, throwOnEndOfStream: false);
        return new ArchiveFile(path, file.Length, Convert.ToHexStringLower(SHA256.HashData(sample.AsSpan(0, count))));
    }
}
