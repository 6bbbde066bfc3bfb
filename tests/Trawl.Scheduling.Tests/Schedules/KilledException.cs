namespace Trawl.Scheduling.Tests.Schedules;

/// <summary>The process is gone; nothing of it catches this.</summary>
public sealed class KilledException : Exception;
