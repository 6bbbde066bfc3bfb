using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Trawl.Server.Tests;

/// <summary>The exposition held to the grammar of Prometheus' text format 0.0.4.</summary>
public sealed partial class MetricsTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task TheExpositionIsCorrectUnderAStrictParser()
    {
        using var http = fixture.As("viewer");
        for (var i = 0; i < 5; i++)
        {
            using var _ = await http.GetAsync("/api/v1/runs");
        }

        var text = await http.GetStringAsync("/metrics");
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        var families = Parse(text);
        var route = families["trawl_http_request_duration_seconds"]
            .Where(s => s.Labels.Contains("route=\"/api/v1/runs\"", StringComparison.Ordinal) && s.Labels.Contains("method=\"GET\"", StringComparison.Ordinal))
            .Where(s => s.Labels.Contains("status=\"200\"", StringComparison.Ordinal)).ToArray();
        var buckets = route.Where(s => s.Name.EndsWith("_bucket", StringComparison.Ordinal)).Select(s => s.Value).ToArray();
        Assert.Equal(buckets.Order(), buckets);
        Assert.Equal(buckets[^1], route.Single(s => s.Name.EndsWith("_count", StringComparison.Ordinal)).Value);
        Assert.True(buckets[^1] >= 5);
        Assert.True(families["process_resident_memory_bytes"].Single().Value > 1_000_000);
    }

    [Fact]
    public async Task PathsThatNobodyServesMakeNoSeries()
    {
        using var http = fixture.As("viewer");
        for (var i = 0; i < 20; i++)
        {
            using var response = await http.GetAsync($"/no/such/path/{i}");
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }

        Assert.DoesNotContain("/no/such", await http.GetStringAsync("/metrics"), StringComparison.Ordinal);
    }

    private static Dictionary<string, List<(string Name, string Labels, double Value)>> Parse(string text)
    {
        var families = new Dictionary<string, List<(string, string, double)>>();
        var seen = new HashSet<string>();
        var (family, type) = ("", "");
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            if (HelpLine().Match(line) is { Success: true } help)
            {
                family = help.Groups[1].Value;
                Assert.True(families.TryAdd(family, []), $"{family} has two HELP lines");
            }
            else if (TypeLine().Match(line) is { Success: true } typed)
            {
                Assert.Equal(family, typed.Groups[1].Value);
                type = typed.Groups[2].Value;
            }
            else
            {
                var sample = SampleLine().Match(line);
                Assert.True(sample.Success, $"no sample: {line}");
                var name = sample.Groups[1].Value;
                Assert.True(name == family || (type == "histogram" && name.StartsWith(family + "_", StringComparison.Ordinal)), line);
                Assert.True(seen.Add(name + sample.Groups[2].Value), $"twice: {line}");
                var value = sample.Groups[3].Value is "+Inf" ? double.PositiveInfinity : double.Parse(sample.Groups[3].Value, CultureInfo.InvariantCulture);
                families[family].Add((name, sample.Groups[2].Value, value));
            }
        }

        return families;
    }

    [GeneratedRegex(@"^# HELP ([a-zA-Z_:][a-zA-Z0-9_:]*) .+$")]
    private static partial Regex HelpLine();

    [GeneratedRegex(@"^# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram)$")]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"^([a-zA-Z_:][a-zA-Z0-9_:]*)(\{[a-zA-Z_][a-zA-Z0-9_]*=""(?:[^""\\\n]|\\[\\n""])*""(?:,[a-zA-Z_][a-zA-Z0-9_]*=""(?:[^""\\\n]|\\[\\n""])*"")*\})? (\+Inf|-Inf|NaN|[-+0-9.eE]+)$")]
    private static partial Regex SampleLine();
}
