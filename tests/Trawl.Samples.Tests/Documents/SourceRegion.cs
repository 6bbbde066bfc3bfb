using System.Text.RegularExpressions;

namespace Trawl.Samples.Tests.Documents;

/// <summary>The lines between <c>region: name</c> and <c>endregion</c> comments of a file, without common indentation.</summary>
internal static partial class SourceRegion
{
    /// <summary>The lines of a region, or of the whole file when no name is given; null when there is no such region.</summary>
    public static IReadOnlyList<string>? Read(IReadOnlyList<string> file, string? name)
    {
        if (name is null)
        {
            return Unindent(file);
        }

        var lines = new List<string>();
        var depth = 0;
        foreach (var line in file)
        {
            var mark = Mark().Match(line);
            if (depth == 0)
            {
                depth = mark.Groups[1].Value == name ? 1 : 0;
            }
            else if (!mark.Success)
            {
                lines.Add(line);
            }
            else if ((depth += mark.Groups[1].Success ? 1 : -1) == 0)
            {
                return Unindent(lines);
            }
        }

        return null;
    }

    private static string[] Unindent(IReadOnlyList<string> lines)
    {
        var indent = lines.Where(line => line.Trim().Length > 0)
            .Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        return [.. lines.Select(line => line.Length < indent ? "" : line[indent..].TrimEnd())];
    }

    [GeneratedRegex(@"^\s*(?://|#)\s*(?:region: (\S+)|endregion)\s*$")]
    private static partial Regex Mark();
}
