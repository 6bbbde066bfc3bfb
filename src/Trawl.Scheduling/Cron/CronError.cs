namespace Trawl.Scheduling.Cron;

/// <summary>What is wrong with a cron expression.</summary>
/// <param name="Position">Index of the character at fault.</param>
/// <param name="Message">What is wrong and what to write, for people.</param>
public sealed record CronError(int Position, string Message);
