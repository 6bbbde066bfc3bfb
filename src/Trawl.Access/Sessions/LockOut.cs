namespace Trawl.Access.Sessions;

/// <summary>How wrong passwords slow a guesser down: five in a row lock for a minute, each further one twice as long, up to an hour.</summary>
internal static class LockOut
{
    private const int Free = 5;
    private static readonly TimeSpan s_first = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(1);

    /// <summary>How long no password is accepted after so many wrong ones in a row.</summary>
    public static TimeSpan After(int wrong) =>
        wrong < Free ? TimeSpan.Zero
        : wrong - Free >= 6 ? s_longest
        : TimeSpan.FromTicks(Math.Min(s_first.Ticks << (wrong - Free), s_longest.Ticks));
}
