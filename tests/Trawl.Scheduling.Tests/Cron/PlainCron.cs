using NodaTime;

namespace Trawl.Scheduling.Tests.Cron;

/// <summary>
/// The rules as a machine without cleverness follows them: it looks at the wall clock (NodaTime's) at every minute of a
/// year. Knows nothing of the code under test; it reads the fields for itself.
/// </summary>
internal sealed class PlainCron
{
    private readonly DateTime _begin;
    private readonly DateTime[] _clock;

    public PlainCron(string zoneId, int year)
    {
        var zone = DateTimeZoneProviders.Tzdb[zoneId];
        _begin = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        _clock = new DateTime[(int)(_begin.AddYears(1) - _begin).TotalMinutes];
        for (var i = 0; i < _clock.Length; i++)
        {
            var at = _begin.AddMinutes(i);
            _clock[i] = at + zone.GetUtcOffset(Instant.FromDateTimeUtc(at)).ToTimeSpan();
        }
    }

    /// <summary>When the expression is due in that year.</summary>
    public List<DateTimeOffset> Due(string text)
    {
        var cells = text.Split(' ');
        bool[][] fields = [Set(cells[0], 0, 59), Set(cells[1], 0, 23), Set(cells[2], 1, 31), Set(cells[3], 1, 12), Set(cells[4], 0, 6)];
        var bothDays = cells[2].StartsWith('*') || cells[4].StartsWith('*');
        var isCadence = cells[0].StartsWith('*') || cells[1].StartsWith('*');
        var due = new List<DateTimeOffset>();
        var newest = _clock[0].AddMinutes(-1);
        for (var i = 0; i < _clock.Length; i++)
        {
            var local = _clock[i];
            var wasThere = local <= newest;
            // After clocks were put forward: all minutes that the wall clock did not show.
            var first = isCadence || wasThere ? local : newest.AddMinutes(1);
            var isDue = false;
            for (var minute = first; minute <= local; minute = minute.AddMinutes(1)) isDue |= Means(fields, bothDays, minute);
            if (isDue && (isCadence || !wasThere)) due.Add(new DateTimeOffset(_begin.AddMinutes(i)));
            if (!wasThere) newest = local;
        }

        return due;
    }

    private static bool Means(bool[][] fields, bool bothDays, DateTime at)
    {
        if (!fields[0][at.Minute] || !fields[1][at.Hour] || !fields[3][at.Month]) return false;
        var (day, weekday) = (fields[2][at.Day], fields[4][(int)at.DayOfWeek]);
        return bothDays ? day && weekday : day || weekday;
    }

    private static bool[] Set(string field, int min, int max)
    {
        var set = new bool[max + 1];
        foreach (var item in field.Split(','))
        {
            var parts = item.Split('/');
            int[] range = parts[0] == "*" ? [min, max] : [.. parts[0].Split('-').Select(int.Parse)];
            for (var value = range[0]; value <= range[^1]; value += parts.Length > 1 ? int.Parse(parts[1]) : 1) set[value] = true;
        }

        return set;
    }
}
