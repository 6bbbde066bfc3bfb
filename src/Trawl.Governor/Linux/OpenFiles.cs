using System.Globalization;

namespace Trawl.Governor.Linux;

/// <summary>Files that this process has open, sockets among them, and may have.</summary>
internal static class OpenFiles
{
    private const string Row = "Max open files";

    /// <summary>The soft limit: <c>Max open files            1024                 524288               files</c>.</summary>
    public static long? Limit(SystemFiles files)
    {
        var row = files.Lines("/proc/self/limits").FirstOrDefault(line => line.StartsWith(Row, StringComparison.Ordinal));
        return row?[Row.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var soft, ..]
            && long.TryParse(soft, CultureInfo.InvariantCulture, out var limit) ? limit : null;
    }

    public static long? Count(SystemFiles files)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries(files.PathOf("/proc/self/fd")).LongCount();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
