namespace Trawl.Pipelines.Syntax;

/// <summary>One <c>${…}</c> in a text.</summary>
/// <param name="Start">Offset of the dollar sign.</param>
/// <param name="Length">Length with the braces.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The name asked for.</param>
/// <param name="Default">What stands behind <c>:-</c>; null when there is none.</param>
internal readonly record struct Placeholder(int Start, int Length, PlaceholderKind Kind, string Name, string? Default)
{
    /// <summary>
    /// The next placeholder, escape or malformed one at or behind <paramref name="from"/>; null when there is none.
    /// </summary>
    public static Placeholder? Next(string text, int from)
    {
        for (int i = text.IndexOf('$', from); i >= 0 && i + 1 < text.Length; i = text.IndexOf('$', i + 1))
        {
            var rest = text.AsSpan(i);
            if (rest.StartsWith("$${")) return new Placeholder(i, 3, PlaceholderKind.Escape, "", null);
            if (rest.StartsWith("${")) return Read(text, i);
        }

        return null;
    }

    private static Placeholder Read(string text, int start)
    {
        int close = text.IndexOf('}', start);
        if (close < 0) return new Placeholder(start, 2, PlaceholderKind.Malformed, "", null);
        string inner = text[(start + 2)..close];
        int length = close + 1 - start;
        var kind = PlaceholderKind.Set;
        if (inner.StartsWith("env:", StringComparison.Ordinal)) (kind, inner) =
            (PlaceholderKind.Environment, inner[4..]);
        else if (inner.StartsWith("set:", StringComparison.Ordinal)) inner = inner[4..];
        int colon = inner.IndexOf(":-", StringComparison.Ordinal);
        string? fallback = colon < 0 ? null : inner[(colon + 2)..];
        string name = colon < 0 ? inner : inner[..colon];
        return new Placeholder(start, length, IsName(name) ? kind : PlaceholderKind.Malformed, name, fallback);
    }

    private static bool IsName(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0])
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.');
}
