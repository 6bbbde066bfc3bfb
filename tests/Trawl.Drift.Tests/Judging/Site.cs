using System.Globalization;
using System.Text;
using Trawl.Drift.Building;
using Trawl.Drift.Profiles;
using Trawl.Model.Plans;

namespace Trawl.Drift.Tests.Judging;

/// <summary>
/// A site that is well, and changes from run to run as sites do: the number of its pages by a few per cent, the share
/// of each field's values by some points, prices and texts by their own spread.
/// </summary>
internal sealed class Site
{
    private const int Fields = 8;

    private readonly Random _chance;
    private readonly double[] _fill;
    private readonly double[] _spread;
    private readonly double _invalid;
    private readonly double _failing;
    private readonly int _pages;
    private int _runs;

    public Site(Random chance)
    {
        _chance = chance;
        _pages = (int)(Math.Exp(chance.NextDouble() * Math.Log(50)) * 15);
        _fill = [.. Enumerable.Range(0, Fields).Select(_ => Fraction(chance))];
        _spread = [.. Enumerable.Range(0, Fields).Select(_ => chance.NextDouble() * 0.02)];
        _invalid = chance.NextDouble() * 0.05;
        _failing = chance.NextDouble() * 0.05;
    }

    public static PipelinePlan Plan { get; } = new()
    {
        Name = "site",
        Start = [new StartUrl("http://a.test/")],
        Pages = [new PageRule { Name = "listing" }, new PageRule { Name = "book" }],
        Records =
        [
            new RecordType
            {
                Name = "book",
                Fields = [.. Enumerable.Range(0, Fields).Select(i => new FieldPlan { Name = $"f{i}" }), Price, Text],
            },
        ],
    };

    private static FieldPlan Price => new() { Name = "price", Type = FieldType.Decimal };

    private static FieldPlan Text => new() { Name = "text" };

    /// <summary>The next run's profile.</summary>
    /// <param name="record">What has become of a record, as JSON; null leaves it.</param>
    public RunProfile Run(Func<string, string>? record = null)
    {
        var builder = new ProfileBuilder(Plan);
        var pages = Math.Max(1, (int)(_pages * (1 + (0.05 * Normal()))));
        var fill = _fill.Select((f, i) => Math.Clamp(f + (_spread[i] * Normal()), 0, 1)).ToArray();
        for (var i = 0; i < pages; i++)
        {
            var text = Record(fill);
            builder.AddRecord("book", Encoding.UTF8.GetBytes(record is null ? text : record(text)), _chance.NextDouble() >= _invalid);
        }

        builder.AddPages("book", pages);
        builder.AddPages("listing", (pages / 20) + 1);
        builder.AddPages("", _chance.Next(5));
        builder.AddOutcomes(200, pages);
        builder.AddOutcomes(404, (int)(pages * _failing * (1 + (0.3 * _chance.NextDouble()))));
        return builder.Build($"run{_runs++}");
    }

    private string Record(double[] fill)
    {
        var json = new StringBuilder("{");
        for (var i = 0; i < Fields; i++)
        {
            var value = _chance.NextDouble() < fill[i] ? $"\"{Words()}\"" : "null";
            json.Append(CultureInfo.InvariantCulture, $"\"f{i}\":{value},");
        }

        return json.Append(CultureInfo.InvariantCulture, $"\"price\":{Math.Exp(3 + Normal()):0.00},\"text\":\"{Words()} {Words()}\"}}").ToString();
    }

    private string Words() =>
        string.Join(' ', Enumerable.Range(0, _chance.Next(1, 9)).Select(_ => _chance.Next(1_000_000).ToString("x", CultureInfo.InvariantCulture)));

    // Most fields are always or never there, some in between.
    private static double Fraction(Random chance) => chance.Next(4) switch
    {
        0 => 1,
        1 => 0.97 + (0.03 * chance.NextDouble()),
        2 => 0.03 * chance.NextDouble(),
        _ => chance.NextDouble(),
    };

    private double Normal() =>
        Math.Sqrt(-2 * Math.Log(1 - _chance.NextDouble())) * Math.Cos(2 * Math.PI * _chance.NextDouble());
}
