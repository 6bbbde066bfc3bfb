using System.Text.RegularExpressions;

namespace Trawl.Steps.Probing;

/// <summary>Small changes of an XPath.</summary>
internal static partial class XPathEdits
{
    public static IEnumerable<Edit> Of(Edit from, PageNames names)
    {
        foreach (var edit in Literals(from.Text, names).Concat(Steps(from.Text, names)).Concat(Shorter(from.Text)))
            yield return new Edit(edit.Text, from.Cost + edit.Cost);
    }

    /// <summary>Texts in quotes, which mostly are classes or ids.</summary>
    private static IEnumerable<(string Text, int Cost)> Literals(string text, PageNames names)
    {
        foreach (Match literal in Literal().Matches(text))
        {
            var old = literal.Value[1..^1];
            foreach (var like in names.LikeText(old).Where(n => !n.Contains(literal.Value[0])))
            {
                var renamed = literal.Value[0] + like + literal.Value[0];
                yield return (Replace(text, literal, renamed), 1 + NameDistance.Of(old, like));
            }
        }
    }

    private static IEnumerable<(string Text, int Cost)> Steps(string text, PageNames names)
    {
        foreach (Match step in Step().Matches(text))
        {
            var name = step.Groups[2].Value;
            foreach (var like in names.Like('t', name)) yield return (Replace(text, step.Groups[2], like), 2 + NameDistance.Of(name, like));
            if (step.Groups[1].Value == "/") yield return (Replace(text, step.Groups[1], "//"), 2);
        }
    }

    /// <summary>Without a predicate, or without the first step.</summary>
    private static IEnumerable<(string Text, int Cost)> Shorter(string text)
    {
        foreach (Match predicate in Predicate().Matches(text)) yield return (Replace(text, predicate, ""), 5);
        var second = Step().Matches(text).Skip(1).FirstOrDefault();
        if (second is not null && !text.StartsWith('(')) yield return ("//" + text[second.Groups[2].Index..], 4);
    }

    private static string Replace(string text, Capture part, string by) =>
        string.Concat(text.AsSpan(0, part.Index), by, text.AsSpan(part.Index + part.Length));

    [GeneratedRegex("'[^']*'|\"[^\"]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex Literal();

    // A name behind a slash that is no function, no axis and no attribute.
    [GeneratedRegex(@"(//?)([A-Za-z][\w-]*)(?![\w:(-])", RegexOptions.CultureInvariant)]
    private static partial Regex Step();

    [GeneratedRegex(@"\[[^\[\]]*\]", RegexOptions.CultureInvariant)]
    private static partial Regex Predicate();
}
