namespace Trawl.Scheduling.Cron;

/// <summary>One of the five places of a cron expression: its values and their names.</summary>
/// <param name="Name">What it counts.</param>
/// <param name="Min">Smallest value.</param>
/// <param name="Max">Largest value.</param>
/// <param name="Names">Names of values, from <paramref name="FirstName"/> on; three letters, lower case.</param>
/// <param name="FirstName">The value of the first name.</param>
internal sealed record CronPart(string Name, int Min, int Max, IReadOnlyList<string> Names, int FirstName)
{
    public static readonly CronPart Minute = new("minute", 0, 59, [], 0);
    public static readonly CronPart Hour = new("hour", 0, 23, [], 0);
    public static readonly CronPart Day = new("day of the month", 1, 31, [], 0);
    public static readonly CronPart Month = new(
        "month", 1, 12, ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1);

    /// <summary>Sunday is 0 and 7.</summary>
    public static readonly CronPart Weekday = new(
        "day of the week", 0, 7, ["sun", "mon", "tue", "wed", "thu", "fri", "sat"], 0);
}
