using System.Globalization;

namespace Trawl.Recording.Capturing;

/// <summary>Names of a capture's files: <c>00001.warc.gz</c> and so on.</summary>
public static class CapturePath
{
    private const string Ending = ".warc.gz";

    public static string Name(int number) => number.ToString("D5", CultureInfo.InvariantCulture) + Ending;

    public static string Of(string folder, int number) => Path.Combine(folder, Name(number));

    /// <summary>The number of a file; null when it is none of a capture's.</summary>
    public static int? Number(string path) =>
        Path.GetFileName(path) is var name && name.EndsWith(Ending, StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(0, name.Length - Ending.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number > 0
            ? number
            : null;
}
