namespace Trawl.Browser.Bench;

/// <summary>What one run took.</summary>
internal sealed record Reading(int ExitCode, TimeSpan Wall, TimeSpan Cpu);
