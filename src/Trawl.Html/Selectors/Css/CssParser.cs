using System.Globalization;
using Trawl.Html.Selectors.Matching;

namespace Trawl.Html.Selectors.Css;

/// <summary>
/// Reads the grammar of Selectors Level 4, section 18. A method answers null (or false) after recording the first
/// error. Lists are never forgiving: a scraper's author wants to hear about a typing error inside :is().
/// </summary>
internal sealed partial class CssParser(string text)
{
    private const int MaxLength = 65_536;
    private const int MaxDepth = 32;

    private int _at;
    private int _depth;
    private SelectorTake? _take;

    public SelectorError? Error { get; private set; }

    private char Now => _at < text.Length ? text[_at] : '\0';

    private bool AtEnd => _at >= text.Length;

    public CssSelector? Parse()
    {
        if (text.Length > MaxLength) return Fail<CssSelector>($"The selector is longer than {MaxLength} characters.");
        if (List(relative: false, topLevel: true) is not { } list) return null;
        if (!AtEnd) return Fail<CssSelector>($"Expected a selector, a combinator, \",\" or the end, but found {Found()}.");
        return new CssSelector(text, [.. list], _take ?? default);
    }

    private T? Fail<T>(string message, int? at = null)
        where T : class
    {
        Error ??= new SelectorError(message, at ?? _at);
        return null;
    }

    private bool Fail(string message, int? at = null) => Fail<string>(message, at) is not null;

    private string Found()
    {
        if (AtEnd) return "the end";
        return char.IsControl(Now) ? string.Create(CultureInfo.InvariantCulture, $"U+{(int)Now:X4}") : $"\"{Now}\"";
    }

    private List<ComplexSelector>? List(bool relative, bool topLevel)
    {
        if (++_depth > MaxDepth) return Fail<List<ComplexSelector>>($"The selector nests more than {MaxDepth} deep.");
        var list = new List<ComplexSelector>();
        var first = default(SelectorTake?);
        while (true)
        {
            Blank();
            var start = _at;
            _take = null;
            if (Complex(relative, topLevel) is not { } complex) return null;
            if (list.Count > 0 && topLevel && (_take ?? default) != (first ?? default))
                return Fail<List<ComplexSelector>>("All selectors of a list must take the same: elements, ::text, or ::attr of one name.", start);
            first = _take;
            list.Add(complex);
            if (Now != ',' || AtEnd) break;
            _at++;
        }
        _depth--;
        return list;
    }

    private ComplexSelector? Complex(bool relative, bool topLevel)
    {
        var start = _at;
        var (compounds, combinators) = (new List<Compound>(), new List<Combinator>());
        var combinator = relative ? Leading() : Combinator.None;
        while (true)
        {
            if (Compound(topLevel) is not { } compound) return null;
            compounds.Add(compound);
            combinators.Add(combinator);
            if (compounds.Count >= SelectorProgram.MaxStates)
                return Fail<ComplexSelector>($"A selector has at most {SelectorProgram.MaxStates - 1} compounds.", start);
            combinator = NextCombinator();
            if (combinator == Combinator.None) break;
            if (_take is not null) return Fail<ComplexSelector>("Nothing can follow \"::text\" or \"::attr(…)\".");
        }
        return new ComplexSelector([.. compounds], [.. combinators]);
    }

    private Combinator Leading()
    {
        var combinator = Sign();
        if (combinator == Combinator.None) return Combinator.Descendant;
        _at++;
        Blank();
        return combinator;
    }

    private Combinator Sign() => AtEnd ? Combinator.None : Now switch
    {
        '>' => Combinator.Child,
        '+' => Combinator.NextSibling,
        '~' => Combinator.SubsequentSibling,
        _ => Combinator.None,
    };

    // Moves behind the combinator, or behind the white space at the end of a selector.
    private Combinator NextCombinator()
    {
        var apart = Blank();
        var combinator = Sign();
        if (combinator != Combinator.None)
        {
            _at++;
            Blank();
            return combinator;
        }
        return !apart || AtEnd || Now is ',' or ')' ? Combinator.None : Combinator.Descendant;
    }
}
