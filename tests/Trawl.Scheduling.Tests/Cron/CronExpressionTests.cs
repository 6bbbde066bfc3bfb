using Trawl.Scheduling.Cron;

namespace Trawl.Scheduling.Tests.Cron;

public sealed class CronExpressionTests
{
    [Theory]
    [InlineData("0 9 * * mon-fri", "2026-11-21T12:00", "2026-11-23T09:00")]
    [InlineData("*/15 * * * *", "2026-11-21T12:00", "2026-11-21T12:15")]
    [InlineData("5-59/20 8-18/5 * * *", "2026-11-21T12:00", "2026-11-21T13:05")]
    [InlineData("0 0 1,15 * 1", "2026-11-21T12:00", "2026-11-23T00:00")]
    [InlineData("0 0 */2 * 1", "2026-11-21T12:00", "2026-11-23T00:00")]
    [InlineData("0 0 13 * fri", "2026-11-21T12:00", "2026-11-27T00:00")]
    [InlineData("0 0 29 2 *", "2026-11-21T12:00", "2028-02-29T00:00")]
    [InlineData("0 0 29 2 */7", "2026-11-21T12:00", "2032-02-29T00:00")]
    [InlineData("59 23 31 12 *", "2026-12-31T23:59", "2027-12-31T23:59")]
    [InlineData("0 0 * * 7", "2026-11-21T12:00", "2026-11-22T00:00")]
    [InlineData("0 0 * * fri-sun", "2026-11-21T12:00", "2026-11-22T00:00")]
    [InlineData("0 12 1 JAN,Jul *", "2026-11-21T12:00", "2027-01-01T12:00")]
    [InlineData("@weekly", "2026-11-21T12:00", "2026-11-22T00:00")]
    [InlineData(" @Monthly ", "2026-11-21T12:00", "2026-12-01T00:00")]
    [InlineData("@yearly", "2026-11-21T12:00", "2027-01-01T00:00")]
    [InlineData("@hourly", "2026-11-21T12:00", "2026-11-21T13:00")]
    public void Next_WithoutChangesOfClocks(string text, string after, string next)
    {
        Assert.True(CronExpression.TryParse(text, out var expression, out _));
        Assert.Equal(
            DateTimeOffset.Parse(next + "Z"), new CronCalendar(expression, TimeZoneInfo.Utc).Next(DateTimeOffset.Parse(after + "Z")));
    }

    [Theory]
    [InlineData("", 0, "0 fields of five")]
    [InlineData("* * * *", 7, "4 fields of five")]
    [InlineData("0 * * * * *", 10, "more than five")]
    [InlineData("60 * * * *", 0, "0 to 59")]
    [InlineData("* 24 * * *", 2, "0 to 23")]
    [InlineData("* * 0 * *", 4, "1 to 31")]
    [InlineData("* * * 13 *", 6, "1 to 12")]
    [InlineData("* * * * 8", 8, "0 to 7")]
    [InlineData("5/15 * * * *", 1, "write \"5-59/15\"")]
    [InlineData("*/0 * * * *", 2, "1 to 59")]
    [InlineData("*/60 * * * *", 2, "1 to 59")]
    [InlineData("1,,2 * * * *", 2, "empty entry")]
    [InlineData("22-2 * * * *", 0, "\"22-59,0-2\"")]
    [InlineData("* * * foo *", 6, "such as \"jan\"")]
    [InlineData("* * L * *", 4, "no day of the month")]
    [InlineData("-1 * * * *", 0, "no minute")]
    [InlineData("+1 * * * *", 0, "no minute")]
    [InlineData("٣ * * * *", 0, "no minute")]
    [InlineData("0 0 30 2 *", 0, "never comes")]
    [InlineData("0 0 31 4,6,9,11 *", 0, "never comes")]
    [InlineData("@reboot", 0, "@daily")]
    public void Wrong_SaysWhatAndWhere(string text, int position, string part)
    {
        Assert.False(CronExpression.TryParse(text, out _, out var error));
        Assert.Equal(position, error.Position);
        Assert.Contains(part, error.Message);
    }
}
