using System.Globalization;
using Trawl.Engine.Crash;
using Trawl.Hosting.Home;

namespace Trawl.Hosting.Crash;

/// <summary>
/// Lets a test kill this process at a named point: <c>TRAWL_CRASH_AT=CommitHalfway:3,OutputRenamed:1</c> dies the third
/// time the engine is half way through a commit, or the first time an output was renamed.
/// </summary>
internal sealed class CrashArming
{
    public const string Variable = "TRAWL_CRASH_AT";

    private readonly int[] _left = new int[Enum.GetValues<CrashPoint>().Length];

    /// <summary>Arms the points that the text names.</summary>
    /// <exception cref="FormatException">The text is not <c>Point:n[,Point:n]</c>.</exception>
    public static void Arm(string text) => CrashPoints.OnReached = new CrashArming(text).Reached;

    internal CrashArming(string text)
    {
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            var name = colon < 0 ? part : part[..colon];
            var count = 1;
            if (!Enum.TryParse<CrashPoint>(name, out var point) || !Enum.IsDefined(point)
                || (colon >= 0 && !int.TryParse(part.AsSpan(colon + 1), CultureInfo.InvariantCulture, out count))
                || count < 1)
            {
                throw new FormatException(
                    $"\"{part}\" in {Variable} is no crash point: write Point:n with one of "
                    + $"{string.Join(", ", Enum.GetNames<CrashPoint>())}.");
            }

            _left[(int)point] = count;
        }
    }

    /// <summary>Whether this is the reach at which the process is to die.</summary>
    internal bool Counts(CrashPoint point) => Interlocked.Decrement(ref _left[(int)point]) == 0;

    private void Reached(CrashPoint point)
    {
        if (!Counts(point))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Environment.FailFast($"{Variable}={point}");
        }

        // Not Environment.Exit: no handler, no finaliser and no flush may run, as in a power cut.
        _ = UnixCalls.Kill(UnixCalls.Getpid(), UnixCalls.Kill9);
        Thread.CurrentThread.Join();
    }
}
