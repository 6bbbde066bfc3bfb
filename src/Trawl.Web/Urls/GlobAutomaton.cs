namespace Trawl.Web.Urls;

/// <summary>
/// Runs glob tokens over a text with one bit a state: bit i says "the first i tokens have matched so far". Two
/// wildcards
/// never stand side by side, so one shift passes over all that match nothing.
/// </summary>
internal sealed class GlobAutomaton
{
    /// <summary>One state more than there are tokens must fit into a word.</summary>
    public const int MaxTokens = 63;

    private readonly ulong[] _literals = new ulong[128];
    private readonly ulong _wild;
    private readonly ulong _anyRuns;
    private readonly ulong _accepting;

    public GlobAutomaton(string tokens)
    {
        for (int i = 0; i < tokens.Length; i++)
        {
            ulong bit = 1UL << i;
            if (GlobTokens.IsWild(tokens[i])) _wild |= bit;
            else _literals[tokens[i]] |= bit;
            if (tokens[i] == GlobTokens.AnyRun) _anyRuns |= bit;
        }

        _accepting = 1UL << tokens.Length;
    }

    public bool IsMatch(ReadOnlySpan<char> text)
    {
        ulong states = SkipWild(1);
        foreach (char c in text)
        {
            ulong moved = c < 128 ? (states & _literals[c]) << 1 : 0;
            states = SkipWild(moved | (states & (c == '/' ? _anyRuns : _wild)));
            if (states == 0) return false;
        }

        return (states & _accepting) != 0;
    }

    private ulong SkipWild(ulong states) => states | ((states & _wild) << 1);
}
