using System.Globalization;

namespace Trawl.Plugins.Workers;

/// <summary>What the exit code of a worker says.</summary>
internal static class WorkerEnd
{
    /// <summary>Codes above this are 128 and a signal's number, also of a program that handles the signal by leaving.</summary>
    private const int Signals = 128;

    /// <summary>Hang-up, interrupt, kill, terminate (signal(7)).</summary>
    private static readonly int[] s_outside = [1, 2, 9, 15];

    public static WorkerBlame BlameOf(int code) =>
        !OperatingSystem.IsWindows() && s_outside.Contains(code - Signals) ? WorkerBlame.Outside : WorkerBlame.Call;

    public static string Describe(int code) => code > Signals && !OperatingSystem.IsWindows()
        ? string.Create(CultureInfo.InvariantCulture, $" (killed by signal {code - Signals})")
        : string.Create(CultureInfo.InvariantCulture, $" (exit code {code})");
}
