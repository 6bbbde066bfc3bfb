using System.Text.Json.Nodes;
using Trawl.Ipc.Bench.Measuring;

namespace Trawl.Ipc.Bench.Reporting;

/// <summary>Raw results of one command in one mode, all runs together.</summary>
internal sealed class Results
{
    private readonly JsonObject[] _lines;
    private readonly JsonObject[] _results;

    private Results(IEnumerable<JsonObject> lines)
    {
        _lines = [.. lines];
        _results = [.. _lines.Where(line => (string?)line["kind"] == "result")];
    }

    internal bool IsEmpty => _results.Length == 0;

    /// <summary>Where the first run took place.</summary>
    internal JsonObject Machine => _lines.First(line => (string?)line["kind"] == "machine");

    internal int Runs => _lines.Count(line => (string?)line["kind"] == "machine");

    internal int Rounds => _results.Select(r => Number(r, "round")).Distinct().Count();

    internal IEnumerable<string> Rivals => _results.Select(r => (string)r["rival"]!).Distinct();

    internal static Results Load(string folder, string command, string mode)
    {
        var file = Path.Combine(folder, $"{command}-{mode}.jsonl");
        return new(File.Exists(file) ? File.ReadLines(file).Select(line => (JsonObject)JsonNode.Parse(line)!) : []);
    }

    internal IEnumerable<JsonObject> Of(string order, string rival) =>
        _results.Where(r => (string?)r["order"] == order && (string?)r["rival"] == rival);

    /// <summary>The median over rounds and runs; not a number where there is no such result.</summary>
    internal double Median(string order, string rival, string figure) =>
        Statistics.Median(Of(order, rival).Select(r => Number(r, figure)).Where(double.IsFinite));

    /// <summary>Cases of a kind of fuzz, all runs together; none if one of them has harmed an honest peer.</summary>
    internal double Harmless(string kind)
    {
        var runs = Of(kind, "trawl").ToArray();
        return runs.Length == 0 ? double.NaN : runs.Any(r => Number(r, "honestFailures") != 0) ? 0 : runs.Sum(r => Number(r, "cases"));
    }

    /// <summary>A figure of all points of a curve over another, in their order.</summary>
    internal (double X, double Y)[] Curve(string x, string y) =>
        [.. _lines.Where(line => (string?)line["kind"] == "sample").Select(line => (Number(line, x), Number(line, y)))];

    /// <summary>One rival's figure over another's, taken in each round; the median of that.</summary>
    internal double Ratio(string order, string over, string under, string figure)
    {
        var below = Of(order, under).ToDictionary(Round, r => Number(r, figure));
        return Statistics.Median(from r in Of(order, over) where below.ContainsKey(Round(r)) select Number(r, figure) / below[Round(r)]);
    }

    /// <summary>Cores that strangers kept busy: the median, and the worst of all turns.</summary>
    internal (double Median, double Worst) Foreign() => IsEmpty
        ? (double.NaN, double.NaN)
        : (Statistics.Median(_results.Select(r => Number(r, "foreign"))), _results.Max(r => Number(r, "foreign")));

    /// <summary>One table for each set of figures: orders and rivals in their order, medians of what was measured.</summary>
    internal IEnumerable<ResultTable> Tables() =>
        from result in _results
        group result by ResultTable.Shape(result) into shape
        select new ResultTable([.. shape]);

    internal static double Number(JsonObject line, string figure) => (double?)line[figure]?.AsValue() ?? double.NaN;

    private static (string Run, double Round) Round(JsonObject line) => ((string)line["run"]!, Number(line, "round"));
}
