namespace Trawl.Web.Robots;

/// <summary>One allow or disallow line.</summary>
/// <param name="IsAllow">Allow or disallow.</param>
/// <param name="Pattern">The path in normal form, <c>*</c> as wildcard, without the anchor.</param>
/// <param name="IsAnchored">True when it ended in <c>$</c>.</param>
/// <param name="Text">The line as verdicts quote it.</param>
/// <param name="Line">Its number, from 1.</param>
internal sealed record RobotsRule(bool IsAllow, string Pattern, bool IsAnchored, string Text, int Line)
{
    private readonly int _literals = Pattern.Length - Pattern.AsSpan().Count('*');

    /// <summary>How specific the rule is: the length of its path (RFC 9309 §2.2.2).</summary>
    public int Length => Pattern.Length + (IsAnchored ? 1 : 0);

    /// <summary>
    /// Takes the leftmost place for each piece between stars, which never has to be revised; only a last piece that is
    /// anchored is looked for at the end.
    /// </summary>
    public bool IsMatch(ReadOnlySpan<char> path)
    {
        if (_literals > path.Length) return false;
        var pattern = Pattern.AsSpan();
        int star = pattern.IndexOf('*');
        if (star < 0) return IsAnchored ? path.SequenceEqual(pattern) : path.StartsWith(pattern);
        if (!path.StartsWith(pattern[..star])) return false;
        path = path[star..];
        pattern = pattern[(star + 1)..];

        while ((star = pattern.IndexOf('*')) >= 0)
        {
            if (!TryTake(ref path, pattern[..star])) return false;
            pattern = pattern[(star + 1)..];
        }

        return IsAnchored ? path.EndsWith(pattern) : path.IndexOf(pattern) >= 0;
    }

    private static bool TryTake(ref ReadOnlySpan<char> path, ReadOnlySpan<char> piece)
    {
        int at = path.IndexOf(piece);
        if (at < 0) return false;
        path = path[(at + piece.Length)..];
        return true;
    }
}
