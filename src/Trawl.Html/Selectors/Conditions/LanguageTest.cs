using Trawl.Html.Dom;
using Trawl.Html.Selectors.Matching;

namespace Trawl.Html.Selectors.Conditions;

/// <summary>:lang(): the nearest lang attribute falls in one of the language ranges (RFC 4647, extended filtering).</summary>
internal sealed class LanguageTest(string[] ranges) : SimpleTest
{
    private static readonly object s_key = new();
    private static readonly SelectorName s_xmlLang = new("xml:lang");

    public override bool Matches(MatchRun run, int element)
    {
        var owner = Inherited.Find(run, s_key, element, static (r, n) => TryLanguage(r, n, out _));
        if (owner == HtmlDocument.None || !TryLanguage(run, owner, out var language) || language.IsEmpty) return false;
        foreach (var range in ranges)
            if (IsIn(language, range)) return true;
        return false;
    }

    private static bool TryLanguage(MatchRun run, int element, out ReadOnlySpan<char> language) =>
        run.Document.TryGetAttribute(element, run.Id(s_xmlLang), out language)
        || run.Document.TryGetAttribute(element, KnownName.Lang, out language);

    private static bool IsIn(ReadOnlySpan<char> language, ReadOnlySpan<char> range)
    {
        var tag = Take(ref language);
        var wanted = Take(ref range);
        if (wanted is not "*" && !Words.Same(tag, wanted, ignoreCase: true)) return false;
        while (!range.IsEmpty)
        {
            wanted = Take(ref range);
            if (wanted is "*") continue;
            do
            {
                if (language.IsEmpty) return false;
                tag = Take(ref language);
                if (tag.Length == 1 && !Words.Same(tag, wanted, ignoreCase: true)) return false;
            }
            while (!Words.Same(tag, wanted, ignoreCase: true));
        }
        return true;
    }

    private static ReadOnlySpan<char> Take(scoped ref ReadOnlySpan<char> tags)
    {
        var end = tags.IndexOf('-');
        var first = end < 0 ? tags : tags[..end];
        tags = end < 0 ? default : tags[(end + 1)..];
        return first;
    }
}
