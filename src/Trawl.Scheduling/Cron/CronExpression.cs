using System.Diagnostics.CodeAnalysis;

namespace Trawl.Scheduling.Cron;

/// <summary>
/// A cron expression of five fields, as crontab(5) of Vixie cron and cronie reads it: minute, hour, day of the month,
/// month, day of the week; or <c>@hourly</c>, <c>@daily</c>, <c>@weekly</c>, <c>@monthly</c>, <c>@yearly</c>. Immutable.
/// </summary>
/// <remarks>
/// A list of values, ranges (<c>1-5</c>) and steps (<c>*/15</c>, <c>8-18/2</c>); months and weekdays by name; Sunday is
/// 0 or 7. When neither the day of the month nor the day of the week begins with a star, either of them suffices,
/// otherwise both must hold. A field of minutes or hours that begins with a star makes the expression a cadence (see
/// <see cref="IsCadence"/>).
/// </remarks>
public sealed class CronExpression
{
    /// <summary>Years after which a day that has not come never comes: the calendar repeats every 28, or 40 over 2100.</summary>
    private const int Horizon = 41;

    private static readonly Dictionary<string, string> s_macros = new(StringComparer.OrdinalIgnoreCase)
    {
        ["@yearly"] = "0 0 1 1 *",
        ["@annually"] = "0 0 1 1 *",
        ["@monthly"] = "0 0 1 * *",
        ["@weekly"] = "0 0 * * 0",
        ["@daily"] = "0 0 * * *",
        ["@midnight"] = "0 0 * * *",
        ["@hourly"] = "0 * * * *",
    };

    private readonly CronField _minute;
    private readonly CronField _hour;
    private readonly CronField _day;
    private readonly CronField _month;
    private readonly CronField _weekday;

    private CronExpression(string text, CronField[] fields)
    {
        Text = text;
        (_minute, _hour, _day, _month, _weekday) = (fields[0], fields[1], fields[2], fields[3], fields[4]);
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>
    /// Whether minutes or hours begin with a star: it then means "every so often" and keeps its real pace when clocks
    /// change; otherwise it means times of the day, each of which happens once a day, whatever the clocks do.
    /// </summary>
    public bool IsCadence => _minute.BeginsWithStar || _hour.BeginsWithStar;

    /// <summary>Parses an expression.</summary>
    /// <param name="text">The text; blanks and tabs may be repeated.</param>
    /// <param name="expression">The expression, or null when it is wrong.</param>
    /// <param name="error">What is wrong and where, or null.</param>
    /// <returns>False when the text is no expression, or one that never comes. Never throws.</returns>
    public static bool TryParse(
        string? text, [NotNullWhen(true)] out CronExpression? expression, [NotNullWhen(false)] out CronError? error)
    {
        expression = null;
        var written = text ?? "";
        var long_ = written.Trim();
        if (long_.StartsWith('@'))
        {
            if (!s_macros.TryGetValue(long_, out var meant))
            {
                error = new CronError(0, $"\"{long_}\" is not known: write one of {string.Join(", ", s_macros.Keys)}.");
                return false;
            }

            long_ = written = meant;
        }

        error = ParseFields(written, out var fields);
        if (error is not null) return false;
        expression = new CronExpression(text!.Trim(), fields);
        if (expression.NextLocal(new DateTime(2000, 1, 1)) is not null) return true;
        error = new CronError(0, "That day never comes: the months have no such day.");
        expression = null;
        return false;
    }

    /// <summary><see cref="Text"/>.</summary>
    public override string ToString() => Text;

    /// <summary>Whether the minute of a wall clock is meant.</summary>
    internal bool IsMatch(DateTime local) =>
        _minute.Contains(local.Minute) && _hour.Contains(local.Hour) && IsDay(local);

    /// <summary>The first minute of a wall clock that is meant, from the given one on; null when none comes.</summary>
    internal DateTime? NextLocal(DateTime from)
    {
        var at = new DateTime(from.Year, from.Month, from.Day, from.Hour, from.Minute, 0);
        if (at < from) at = at.AddMinutes(1);
        var last = at.Year + Horizon > 9998 ? DateTime.MaxValue.AddDays(-2) : at.AddYears(Horizon);
        while (at < last)
        {
            if (!_month.Contains(at.Month)) at = new DateTime(at.Year, at.Month, 1).AddMonths(1);
            else if (!IsDay(at)) at = at.Date.AddDays(1);
            else if (!_hour.Contains(at.Hour)) at = at.Date.AddHours(at.Hour + 1);
            else if (!_minute.Contains(at.Minute)) at = at.AddMinutes(1);
            else return at;
        }

        return null;
    }

    private static CronError? ParseFields(string text, out CronField[] fields)
    {
        CronPart[] parts = [CronPart.Minute, CronPart.Hour, CronPart.Day, CronPart.Month, CronPart.Weekday];
        fields = new CronField[parts.Length];
        var (at, count) = (0, 0);
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            if (at == text.Length) break;
            var end = at;
            while (end < text.Length && !char.IsWhiteSpace(text[end])) end++;
            if (count == parts.Length) return new CronError(at, "There are more than five fields: minute, hour, day, month, weekday.");
            if (CronField.Parse(text[at..end], parts[count], at, out fields[count]) is { } error) return error;
            count++;
            at = end;
        }

        return count == parts.Length
            ? null
            : new CronError(text.Length, $"There are {count} fields of five: minute, hour, day, month, weekday.");
    }

    private bool IsDay(DateTime local)
    {
        if (!_month.Contains(local.Month)) return false;
        var day = _day.Contains(local.Day);
        var weekday = _weekday.Contains((int)local.DayOfWeek);
        return _day.BeginsWithStar || _weekday.BeginsWithStar ? day && weekday : day || weekday;
    }
}
