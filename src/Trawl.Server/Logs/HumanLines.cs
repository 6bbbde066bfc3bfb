using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;

namespace Trawl.Server.Logs;

/// <summary>Lines for people. A line break in what a caller sent does not begin a line.</summary>
internal sealed class HumanLines : ITextFormatter
{
    public void Format(LogEvent logEvent, TextWriter output)
    {
        var message = LogFields.Message(logEvent);
        var time = logEvent.Timestamp.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        output.Write($"{time} {LogFields.Level(logEvent),-8} {LogFields.Room(logEvent)}: {OneLine(message)}");
        if (LogFields.Text(logEvent, "Correlation") is { } correlation && !message.Contains(correlation, StringComparison.Ordinal))
        {
            output.Write($" [{correlation}]");
        }

        output.Write('\n');
        if (logEvent.Exception is { } error)
        {
            output.Write(error.ToString());
            output.Write('\n');
        }
    }

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
