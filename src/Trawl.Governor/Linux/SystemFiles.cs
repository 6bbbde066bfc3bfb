using System.Globalization;

namespace Trawl.Governor.Linux;

/// <summary>The small files in which the kernel tells of itself; null is one that is not there or says nothing.</summary>
internal sealed class SystemFiles(string root)
{
    public string PathOf(string path) => Path.Combine(root, path.TrimStart('/'));

    public string? Text(string path)
    {
        try
        {
            return File.ReadAllText(PathOf(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public string[] Lines(string path) => Text(path)?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The number that a file holds; null for <c>max</c> too.</summary>
    public long? Number(string path) =>
        long.TryParse(Text(path)?.Trim(), CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The number behind a name at the beginning of a line.</summary>
    public long? Field(string path, string name)
    {
        foreach (var line in Lines(path))
        {
            if (line.StartsWith(name, StringComparison.Ordinal) && line.Length > name.Length && line[name.Length] is ' ' or ':' or '\t')
            {
                return First(line.AsSpan(name.Length + 1));
            }
        }

        return null;
    }

    private static long? First(ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim();
        var end = trimmed.IndexOfAny(' ', '\t');
        return long.TryParse(end < 0 ? trimmed : trimmed[..end], CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
