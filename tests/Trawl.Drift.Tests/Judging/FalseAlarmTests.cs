using Trawl.Drift.Judging;
using Trawl.Model.Drift;
using Trawl.Model.Plans;
using Xunit.Abstractions;

namespace Trawl.Drift.Tests.Judging;

/// <summary>What docs/guide/drift.md promises of healthy sites and of broken ones.</summary>
public sealed class FalseAlarmTests(ITestOutputHelper output)
{
    private static int Sites => int.TryParse(Environment.GetEnvironmentVariable("TRAWL_SITES"), out var sites) ? sites : 120;

    private static int Seed => int.TryParse(Environment.GetEnvironmentVariable("TRAWL_SEED"), out var seed) ? seed : Environment.TickCount;

    [Fact]
    public void HealthySites_RaiseAnAlarmInFewerThanOneOfAHundredRuns()
    {
        var seed = Seed;
        var (runs, alarms) = (0, new List<string>());
        for (var s = 0; s < Sites; s++)
        {
            var site = new Site(new Random(seed + s));
            var earlier = new List<EarlierRun>();
            for (var run = 0; run < 7; run++)
            {
                var profile = site.Run();
                var verdict = DriftJudge.Judge(profile, earlier, new DriftPlan());
                runs += run > 0 ? 1 : 0;
                alarms.AddRange(verdict.Findings.Take(1).Select(f => $"site {s}: {f.Message}"));
                earlier.Insert(0, new EarlierRun(profile, verdict));
            }
        }

        output.WriteLine($"seed {seed}: {alarms.Count} alarms in {runs} runs\n{string.Join('\n', alarms)}");
        Assert.True(alarms.Count < runs / 100, $"seed {seed}: {alarms.Count} alarms in {runs} runs\n{string.Join('\n', alarms)}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void BrokenFields_AreFoundInEveryRun(int known)
    {
        var seed = Seed;
        for (var s = 0; s < Sites / 4; s++)
        {
            var site = new Site(new Random(seed + s));
            var earlier = new List<EarlierRun>();
            for (var run = 0; run < known; run++)
            {
                var profile = site.Run();
                earlier.Insert(0, new EarlierRun(profile, DriftJudge.Judge(profile, earlier, new DriftPlan())));
            }

            var broken = site.Run(record => record[..record.IndexOf("\"price\"", StringComparison.Ordinal)] + "\"price\":null,\"text\":\"Access denied\"}");
            if (broken.Records["book"].Kept < 30)
            {
                continue;
            }

            var verdict = DriftJudge.Judge(broken, earlier, new DriftPlan());
            Assert.True(
                verdict.Findings.Any(f => f is { Kind: DriftKind.Empty, Subject: "book.price" })
                    && verdict.Findings.Any(f => f is { Kind: DriftKind.Same, Subject: "book.text" }),
                $"seed {seed}, site {s}: {string.Join('\n', verdict.Findings)}");
        }
    }
}
