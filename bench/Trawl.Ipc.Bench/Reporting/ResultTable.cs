using System.Text.Json;
using System.Text.Json.Nodes;
using Trawl.Ipc.Bench.Measuring;

namespace Trawl.Ipc.Bench.Reporting;

/// <summary>Results with the same figures, as a table: a row for each order and rival.</summary>
internal sealed class ResultTable(JsonObject[] results)
{
    private static readonly string[] s_notShown = ["rival", "order", "round", "kind", "run", "foreign", "own", "count"];

    internal IReadOnlyList<string> Columns => ["", .. FiguresOf(results[0]).Select(Title)];

    /// <summary>What tells tables apart.</summary>
    internal static string Shape(JsonObject result) => string.Join(' ', FiguresOf(result));

    internal IEnumerable<IReadOnlyList<string>> Rows(Func<string, string> label) =>
        from result in results
        group result by ((string)result["order"]!, (string)result["rival"]!) into cell
        select (IReadOnlyList<string>)[$"{cell.Key.Item1}, {label(cell.Key.Item2)}", .. FiguresOf(results[0]).Select(f => Show(f, cell))];

    private static string[] FiguresOf(JsonObject result) =>
        [.. result.Where(f => !s_notShown.Contains(f.Key) && f.Value?.GetValueKind() == JsonValueKind.Number).Select(f => f.Key)];

    // Times are kept in nanoseconds and shown in microseconds.
    private static bool IsTime(string figure) => figure is "p50" or "p90" or "p99" or "p999" or "mean" or "max";

    private static string Title(string figure) => IsTime(figure) ? figure.Replace("p999", "p99.9", StringComparison.Ordinal) + ", µs" : Spaced(figure);

    private static string Show(string figure, IEnumerable<JsonObject> cell)
    {
        var value = Statistics.Median(cell.Select(r => Results.Number(r, figure)));
        return IsTime(figure) ? Figures.Micro(value) : figure == "perSecond" ? Figures.Count(value) : Figures.Short(value);
    }

    // "perConnectionKiB" becomes "per connection KiB".
    private static string Spaced(string name) => string.Concat(name.Select((c, i) =>
        char.IsUpper(c) && i > 0 && char.IsLower(name[i - 1]) && !name[i..].StartsWith("KiB", StringComparison.Ordinal) && !name[i..].StartsWith("MiB", StringComparison.Ordinal)
            ? " " + char.ToLowerInvariant(c)
            : name[i..].StartsWith("KiB", StringComparison.Ordinal) || name[i..].StartsWith("MiB", StringComparison.Ordinal) ? " " + c : c.ToString()));
}
