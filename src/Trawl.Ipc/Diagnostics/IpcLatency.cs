namespace Trawl.Ipc.Diagnostics;

/// <summary>How long things took, in microseconds.</summary>
/// <param name="Timed">How many were timed.</param>
/// <param name="P50">Half took no longer.</param>
/// <param name="P99">99 of 100 took no longer.</param>
/// <param name="P999">999 of 1,000 took no longer.</param>
/// <param name="Longest">The longest.</param>
public readonly record struct IpcLatency(long Timed, double P50, double P99, double P999, double Longest);
