namespace Trawl.Cli;

/// <summary>What the process answers with. Stable: scripts depend on them.</summary>
internal static class ExitCode
{
    public const int Ok = 0;
    public const int Bug = 1;
    public const int Usage = 2;
    public const int Incomplete = 3;
    public const int RunFailed = 4;
    public const int Stopped = 5;
    public const int NotNow = 6;
    public const int Drifted = 7;
    public const int Diverged = 8;

    /// <summary>The codes in words, for the reference page.</summary>
    public static IReadOnlyList<(int Code, string Meaning)> Table { get; } =
    [
        (Ok, "Done as asked."),
        (Bug, "An error inside Trawl. Please report it with what is on stderr."),
        (Usage, "Wrong usage, settings or pipeline, or no such run. Nothing was changed."),
        (Incomplete, "Completed, and with `--strict`: some requests failed or some records were invalid. "
            + "With `capture --verify`: damage. With `replay`: the capture does not hold all."),
        (RunFailed, "The run failed: a rule of the pipeline ended it, or not one page could be fetched. With `plugin run`: the plugin failed."),
        (Stopped, "Stopped or cancelled before its end. `trawl resume` goes on with a stopped run."),
        (NotNow, "Not possible now: another process owns the home and does not answer, or the disk refused."),
        (Drifted, "The run completed, and something got worse than in earlier runs (see docs/guide/drift.md). Its files stand."),
        (Diverged, "With `replay`: an event differs from the recording; what was printed names it."),
    ];
}
