namespace Trawl.Steps.Probing;

/// <summary>Small changes of a CSS selector.</summary>
internal static class CssEdits
{
    public static IEnumerable<Edit> Of(Edit from, PageNames names)
    {
        var parts = CssParts.Split(from.Text);
        for (var i = 0; i < parts.Count; i++)
        {
            foreach (var (text, cost) in ChangesOf(parts, i, names)) yield return new Edit(text, from.Cost + cost);
        }

        // What stands before the first combinator left out: "main .price" as ".price".
        var first = parts.FindIndex(CssParts.IsCombinator);
        if (first > 0 && first + 1 < parts.Count && !parts[first].Contains(','))
            yield return new Edit(string.Concat(parts.Skip(first + 1)), from.Cost + 4);
    }

    private static IEnumerable<(string Text, int Cost)> ChangesOf(List<string> parts, int index, PageNames names)
    {
        var part = parts[index];
        if (CssParts.IsCombinator(part))
        {
            if (!string.IsNullOrWhiteSpace(part) && !part.Contains(',')) yield return (With(parts, index, " "), 2);
            yield break;
        }

        foreach (var renamed in Renamed(part, names)) yield return (With(parts, index, renamed.Text), renamed.Cost);
        if (part is "*" || part.StartsWith("::", StringComparison.Ordinal)) yield break;
        yield return (Without(parts, index), part[0] switch { ':' => 3, '[' => 5, '.' or '#' => 6, _ => 7 });
    }

    private static IEnumerable<(string Text, int Cost)> Renamed(string part, PageNames names)
    {
        var (kind, name) = part[0] is '.' or '#' ? (part[0], part[1..]) : ('t', part);
        if (part[0] is '[' or ':' or '*') yield break;
        foreach (var like in names.Like(kind, name))
        {
            yield return (kind == 't' ? like : kind + like, 1 + NameDistance.Of(name, like));
        }
    }

    private static string With(List<string> parts, int index, string part) =>
        string.Concat(parts.Select((p, i) => i == index ? part : p));

    // A compound must keep something: "main > .price > b" without ".price" is "main > * > b".
    private static string Without(List<string> parts, int index)
    {
        var isAlone = (index == 0 || CssParts.IsCombinator(parts[index - 1]))
            && (index + 1 == parts.Count || CssParts.IsCombinator(parts[index + 1]) || parts[index + 1].StartsWith("::", StringComparison.Ordinal));
        return With(parts, index, isAlone ? "*" : "");
    }
}
