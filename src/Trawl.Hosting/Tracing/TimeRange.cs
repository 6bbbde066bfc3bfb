namespace Trawl.Hosting.Tracing;

/// <summary>When something began and when it ended.</summary>
internal readonly record struct TimeRange(DateTimeOffset From, DateTimeOffset To);
