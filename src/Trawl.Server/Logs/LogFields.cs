using System.Globalization;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace Trawl.Server.Logs;

/// <summary>Fields of a log event.</summary>
internal static class LogFields
{
    private static readonly MessageTemplateTextFormatter s_message = new("{Message:lj}", CultureInfo.InvariantCulture);

    /// <summary>What happened, texts without quotation marks.</summary>
    public static string Message(LogEvent entry)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        s_message.Format(entry, text);
        return text.ToString();
    }

    /// <summary>A field as text; null when there is none.</summary>
    public static string? Text(LogEvent entry, string name) =>
        entry.Properties.TryGetValue(name, out var value) ? value is ScalarValue { Value: { } scalar } ? scalar.ToString() : value.ToString() : null;

    /// <summary>The room, without what all have in common.</summary>
    public static string Room(LogEvent entry) => (Text(entry, "SourceContext") ?? "").Replace("Trawl.", "", StringComparison.Ordinal);

    public static string Level(LogEvent entry) => entry.Level switch
    {
        LogEventLevel.Verbose => "trace",
        LogEventLevel.Debug => "debug",
        LogEventLevel.Information => "info",
        LogEventLevel.Warning => "warning",
        LogEventLevel.Error => "error",
        _ => "critical",
    };
}
