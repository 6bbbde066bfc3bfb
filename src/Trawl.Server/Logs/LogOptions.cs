using Microsoft.Extensions.Logging;

namespace Trawl.Server.Logs;

/// <summary>Where the server's log goes, and what is in it.</summary>
public sealed record LogOptions
{
    /// <summary>The file; each day's, and each that is full, has the day and a number in its name.</summary>
    public required string File { get; init; }

    /// <summary>A line of JSON for each event; otherwise lines for people.</summary>
    public bool IsJson { get; init; }

    /// <summary>The level of rooms that <see cref="Levels"/> does not name.</summary>
    public LogLevel Level { get; init; } = LogLevel.Information;

    /// <summary>Levels by room: <c>Server</c>, <c>Scheduling</c>, or the beginning of a category.</summary>
    public IReadOnlyDictionary<string, LogLevel> Levels { get; init; } = new Dictionary<string, LogLevel>();

    /// <summary>Bytes of a file at most; then the next begins.</summary>
    public long FileSize { get; init; } = 32L << 20;

    /// <summary>Files that are kept; the oldest are deleted.</summary>
    public int Files { get; init; } = 14;
}
