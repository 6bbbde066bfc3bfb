using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Serilog.Formatting;

namespace Trawl.Server.Logs;

/// <summary>Opens a log that writes to files.</summary>
public static class ServerLog
{
    private const string Room = "Trawl.";

    /// <summary>The log; disposing it writes what is left.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static ILoggerProvider Open(LogOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var configuration = new LoggerConfiguration().MinimumLevel.Is(LogEventLevel.Verbose).Filter.ByIncludingOnly(e => IsWanted(e, options));
        ITextFormatter form = options.IsJson ? new JsonLines() : new HumanLines();
        var logger = configuration.WriteTo.File(
            form, options.File, rollingInterval: RollingInterval.Day, rollOnFileSizeLimit: true, fileSizeLimitBytes: options.FileSize,
            retainedFileCountLimit: options.Files).CreateLogger();
        return new SerilogLoggerProvider(logger, dispose: true);
    }

    /// <summary>Whether an event is loud enough for its room; the longest name that fits counts.</summary>
    private static bool IsWanted(LogEvent entry, LogOptions options)
    {
        var category = LogFields.Text(entry, "SourceContext") ?? "";
        bool Fits(string room) => category.StartsWith(room, StringComparison.Ordinal) || category.StartsWith(Room + room, StringComparison.Ordinal);
        var named = options.Levels.Where(l => Fits(l.Key))
            .OrderByDescending(l => l.Key.Length).Select(l => (LogLevel?)l.Value).FirstOrDefault();
        // What the web server says of itself is for its developers: warnings of it are enough.
        var usual = category.StartsWith(Room, StringComparison.Ordinal) || options.Level > LogLevel.Warning ? options.Level : LogLevel.Warning;
        return (int)entry.Level >= (int)(named ?? usual);
    }
}
