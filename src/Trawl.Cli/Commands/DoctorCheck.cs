namespace Trawl.Cli.Commands;

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">The thing.</param>
/// <param name="Verdict">How it is.</param>
/// <param name="Reading">What was measured.</param>
/// <param name="Fix">What to do; null when nothing is to be done.</param>
internal sealed record DoctorCheck(string Name, CheckVerdict Verdict, string Reading, string? Fix = null);
