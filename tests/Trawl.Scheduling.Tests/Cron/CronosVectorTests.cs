using System.Globalization;
using Trawl.Scheduling.Cron;

namespace Trawl.Scheduling.Tests.Cron;

/// <summary>Judged by somebody else's table.</summary>
public sealed class CronosVectorTests
{
    [Fact]
    public void EveryRowHolds()
    {
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cron", "cronos.tsv")).Where(l => !l.StartsWith('#')).ToList();
        var wrong = rows.Select(Check).OfType<string>().ToList();

        Assert.True(rows.Count > 150, $"only {rows.Count} rows");
        Assert.Empty(wrong);
    }

    private static string? Check(string row)
    {
        var cells = row.Split('\t');
        var zone = TimeZoneInfo.FindSystemTimeZoneById(cells[1]);
        if (!CronExpression.TryParse(cells[0], out var expression, out var error)) return $"{row}: {error.Message}";
        var from = Read(cells[2], zone).AddTicks(cells[3] == "true" ? -1 : 0);
        var next = new CronCalendar(expression, zone).Next(from);
        return next == Read(cells[4], zone) ? null : $"{row}: {(next is { } at ? TimeZoneInfo.ConvertTime(at, zone).ToString("O") : "never")}";
    }

    private static DateTimeOffset Read(string text, TimeZoneInfo zone)
    {
        if (text.Contains(" -", StringComparison.Ordinal) || text.Contains('+')) return DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
        var local = DateTime.Parse(text, CultureInfo.InvariantCulture);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
