using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Trawl.Cli.Commands.Schedules;

/// <summary>Spans and moments as people write them on a command line.</summary>
internal static partial class TimeText
{
    public static TimeSpan? Span(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (Form().Match(text) is { Success: true } match && int.TryParse(match.Groups[1].Value, CultureInfo.InvariantCulture, out var number))
        {
            return number * match.Groups[2].Value switch
            {
                "s" => TimeSpan.FromSeconds(1),
                "m" => TimeSpan.FromMinutes(1),
                "h" => TimeSpan.FromHours(1),
                _ => TimeSpan.FromDays(1),
            };
        }

        result.AddError($"\"{text}\" is no time: write it as 90s, 15m, 6h or 2d.");
        return null;
    }

    public static DateTimeOffset? Moment(ArgumentResult result)
    {
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var text = result.Tokens[0].Value;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, utc, out var time))
        {
            return time;
        }

        result.AddError($"\"{text}\" is no moment: write it as 2026-12-01T06:00Z or with an offset, as 2026-12-01T06:00+01:00.");
        return null;
    }

    /// <summary>As <see cref="Span"/> reads it.</summary>
    public static string Of(TimeSpan span) =>
        span.Ticks % TimeSpan.TicksPerDay == 0 ? $"{span.Days}d"
        : span.Ticks % TimeSpan.TicksPerHour == 0 ? $"{(long)span.TotalHours}h"
        : span.Ticks % TimeSpan.TicksPerMinute == 0 ? $"{(long)span.TotalMinutes}m"
        : $"{(long)span.TotalSeconds}s";

    [GeneratedRegex(@"^(\d{1,6})\s?([smhd])\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
