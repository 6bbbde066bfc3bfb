using System.Text.RegularExpressions;

namespace Trawl.Model.Plans;

/// <summary>Texts in which <c>{field}</c> stands for a field of the record; <c>{{</c> and <c>}}</c> are braces.</summary>
public static partial class FieldTemplate
{
    /// <summary>The pieces of a text, in order: each a text as it is, or a field's name.</summary>
    public static IEnumerable<(string Text, bool IsField)> Pieces(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = 0;
        foreach (Match match in Mark().Matches(text))
        {
            if (match.Index > at) yield return (text[at..match.Index], false);
            var found = match.Value;
            yield return found is "{{" or "}}" ? (found[..1], false) : (found[1..^1], true);
            at = match.Index + match.Length;
        }

        if (at < text.Length) yield return (text[at..], false);
    }

    [GeneratedRegex(@"\{\{|\}\}|\{[\p{L}_][\p{L}\p{N}_-]{0,63}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
