namespace Trawl.Cli.Commands.Schedules;

/// <summary>A time that will come, as <c>--json</c> shows it.</summary>
internal sealed record NextDocument(string Schedule, DateTimeOffset Due, DateTimeOffset NotBefore);
