using Trawl.Api.Pipelines.Saved;

namespace Trawl.Hosting.Saved;

/// <summary>
/// The fewest lines to remove and add (Myers, "An O(ND) Difference Algorithm and Its Variations"), up to a bound on how
/// different two texts are: beyond it everything between what they begin and end with alike is replaced.
/// </summary>
internal static class LineDiff
{
    private const int MostEdits = 2_000;

    public static IReadOnlyList<DiffLine> Of(string before, string after)
    {
        var (a, b) = (Lines(before), Lines(after));
        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start])
        {
            start++;
        }

        var end = 0;
        while (end < a.Length - start && end < b.Length - start && a[^(end + 1)] == b[^(end + 1)])
        {
            end++;
        }

        return [
            .. a[..start].Select(Same),
            .. Middle(a[start..^end], b[start..^end]),
            .. a[^end..].Select(Same),
        ];
    }

    private static IEnumerable<DiffLine> Middle(string[] a, string[] b) =>
        Trace(a, b) is { } trace ? Walk(a, b, trace) : [.. a.Select(Removed), .. b.Select(Added)];

    /// <summary>The furthest reach on each diagonal, after each number of edits; null beyond the bound.</summary>
    private static List<int[]>? Trace(string[] a, string[] b)
    {
        var most = Math.Min(a.Length + b.Length, MostEdits);
        var reach = new int[(2 * most) + 3];
        var trace = new List<int[]>();
        for (var d = 0; d <= most; d++)
        {
            for (var k = -d; k <= d; k += 2)
            {
                var x = k == -d || (k != d && reach[most + k] < reach[most + k + 2]) ? reach[most + k + 2] : reach[most + k] + 1;
                while (x < a.Length && x - k < b.Length && a[x] == b[x - k])
                {
                    x++;
                }

                reach[most + k + 1] = x;
                if (x >= a.Length && x - k >= b.Length)
                {
                    trace.Add(reach[(most - d)..(most + d + 3)]);
                    return trace;
                }
            }

            trace.Add(reach[(most - d)..(most + d + 3)]);
        }

        return null;
    }

    /// <summary>Back from the end, one edit at a time.</summary>
    private static IEnumerable<DiffLine> Walk(string[] a, string[] b, List<int[]> trace)
    {
        var lines = new List<DiffLine>();
        var (x, y) = (a.Length, b.Length);
        for (var d = trace.Count - 1; d > 0; d--)
        {
            var k = x - y;
            int Before(int diagonal) => Math.Abs(diagonal) > d - 1 ? -1 : trace[d - 1][d - 1 + diagonal + 1];
            var isAdded = k == -d || (k != d && Before(k - 1) < Before(k + 1));
            var from = isAdded ? k + 1 : k - 1;
            var (fromX, fromY) = (Before(from), Before(from) - from);
            for (; x > fromX && y > fromY; x--, y--)
            {
                lines.Add(Same(a[x - 1]));
            }

            lines.Add(isAdded ? Added(b[fromY]) : Removed(a[fromX]));
            (x, y) = (fromX, fromY);
        }

        for (; x > 0; x--)
        {
            lines.Add(Same(a[x - 1]));
        }

        lines.Reverse();
        return lines;
    }

    private static string[] Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n').Split('\n');

    private static DiffLine Same(string line) => new("same", line);

    private static DiffLine Added(string line) => new("added", line);

    private static DiffLine Removed(string line) => new("removed", line);
}
