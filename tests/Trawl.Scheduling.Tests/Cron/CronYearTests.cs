using Trawl.Scheduling.Cron;

namespace Trawl.Scheduling.Tests.Cron;

/// <summary>Whole years, in zones that change their clocks by an hour, by half an hour, at midnight, or twice.</summary>
public sealed class CronYearTests
{
    private static readonly string[] s_zones =
    [
        "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Atlantic/Azores", "Europe/Dublin", "Asia/Kathmandu", "UTC",
    ];

    private static readonly string[] s_fixed =
    [
        "30 2 * * *", "0 3 * * *", "0,30 1-3 * * *", "*/30 2 * * *", "17 * * * *", "0 */2 * * *", "59 23 * * *", "0 0 * * *", "15 1 1,15 * 0",
    ];

    public static TheoryData<string> Zones() => [.. s_zones];

    [Theory]
    [MemberData(nameof(Zones))]
    public void AYearIsWhatThePlainMachineSees(string zone)
    {
        var seed = zone.Sum(c => c) + 20261121;
        var random = new Random(seed);
        var year = 2024 + random.Next(3);
        var machine = new PlainCron(zone, year);
        foreach (var text in s_fixed.Concat(Enumerable.Range(0, 6).Select(_ => Made(random))))
        {
            Assert.True(CronExpression.TryParse(text, out var expression, out var error), $"{text}: {error?.Message}");
            var expected = machine.Due(text);
            Assert.True(expected.SequenceEqual(Ours(expression, zone, year)), Difference(text, zone, year, expected, Ours(expression, zone, year)));
        }
    }

    [Fact]
    public void FromAnyMoment_TheNextIsTheFirstBehindIt()
    {
        var random = new Random(7);
        var due = new PlainCron("Europe/Berlin", 2026).Due("30 2,3 * * *");
        CronExpression.TryParse("30 2,3 * * *", out var expression, out _);
        var calendar = new CronCalendar(expression!, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));
        var begin = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < 3000; i++)
        {
            var after = begin + TimeSpan.FromSeconds(random.Next(363 * 86400));
            Assert.Equal(due.First(d => d > after), calendar.Next(after));
        }
    }

    private static List<DateTimeOffset> Ours(CronExpression expression, string zone, int year)
    {
        var calendar = new CronCalendar(expression, TimeZoneInfo.FindSystemTimeZoneById(zone));
        var end = new DateTimeOffset(year + 1, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var made = new List<DateTimeOffset>();
        for (var at = calendar.Next(end.AddYears(-1).AddTicks(-1)); at < end; at = calendar.Next(at.Value)) made.Add(at.Value);
        return made;
    }

    private static string Difference(string text, string zone, int year, List<DateTimeOffset> expected, List<DateTimeOffset> ours) =>
        $"{text} in {zone} {year}: missing {string.Join(", ", expected.Except(ours).Take(5))}; too many {string.Join(", ", ours.Except(expected).Take(5))}";

    private static string Made(Random random) =>
        $"{One(random, 0, 59)} {One(random, 0, 23)} {(random.Next(3) == 0 ? One(random, 1, 31) : "*")} {(random.Next(4) == 0 ? "1-6" : "*")} {(random.Next(3) == 0 ? One(random, 0, 6) : "*")}";

    private static string One(Random random, int min, int max)
    {
        var (a, b) = (random.Next(min, max + 1), random.Next(min, max + 1));
        return random.Next(5) switch
        {
            0 => "*",
            1 => $"*/{random.Next(1, max)}",
            2 => $"{Math.Min(a, b)}-{Math.Max(a, b)}",
            3 => $"{a},{b}",
            _ => $"{a}",
        };
    }
}
