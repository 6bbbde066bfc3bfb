using Trawl.Html.Selectors.Matching;
using Trawl.Html.Selectors.Conditions;

namespace Trawl.Html.Selectors.Css;

/// <content>Pseudo-classes.</content>
internal sealed partial class CssParser
{
    private SimpleTest? Pseudo()
    {
        var start = _at - 1;
        if (Identifier() is not { } written) return Fail<SimpleTest>($"Expected a pseudo-class after \":\", but found {Found()}.");
        var name = Lower(written);
        if (Now == '(' && !AtEnd)
        {
            _at++;
            return Functional(name, start) is { } test && Close() ? test : null;
        }
        return Plain(name) ?? Fail<SimpleTest>(
            IsFunctional(name) ? $"\":{name}\" needs an argument: \":{name}(…)\"." : $"The pseudo-class \":{name}\" is not known.",
            start);
    }

    private static SimpleTest? Plain(string name) => name switch
    {
        "root" => new PredicateTest(StructureTests.IsRoot),
        "scope" => new PredicateTest(StructureTests.IsScope),
        "empty" => new PredicateTest(StructureTests.IsEmpty),
        "first-child" => new PredicateTest(StructureTests.IsFirstChild),
        "last-child" => new PredicateTest(StructureTests.IsLastChild),
        "only-child" => new PredicateTest(
            static (run, e) => StructureTests.IsFirstChild(run, e) && StructureTests.IsLastChild(run, e)),
        "first-of-type" => new NthTest(0, 1, NthCounting.OfType),
        "last-of-type" => new NthTest(0, 1, NthCounting.LastOfType),
        "only-of-type" => new AllTests([new NthTest(0, 1, NthCounting.OfType), new NthTest(0, 1, NthCounting.LastOfType)]),
        "checked" => new PredicateTest(FormTests.IsChecked),
        "disabled" => new PredicateTest(FormTests.IsDisabled),
        "enabled" => new PredicateTest(FormTests.IsEnabled),
        "link" or "any-link" => new PredicateTest(FormTests.IsLink),

        // A page that was only fetched has no pointer, focus or history.
        "hover" or "active" or "focus" or "focus-visible" or "focus-within" or "visited" or "target" =>
            new PredicateTest(static (_, _) => false),
        _ => null,
    };

    private static bool IsFunctional(string name) =>
        name is "not" or "is" or "where" or "matches" or "has" or "contains" or "lang" || name.StartsWith("nth-", StringComparison.Ordinal);

    private SimpleTest? Functional(string name, int start)
    {
        switch (name)
        {
            case "not" or "is" or "where" or "matches":
                return List(relative: false, topLevel: false) is { } list ? new SelectorListTest(list, name == "not") : null;
            case "has":
                return List(relative: true, topLevel: false) is { } relative ? new HasTest(relative) : null;
            case "contains":
                return Strings("a quoted text") is { } texts ? new ContainsTest(texts) : null;
            case "lang":
                return Strings("a language such as en") is { } ranges ? new LanguageTest(ranges) : null;
            case "nth-child":
                return Nth(NthCounting.Child, canSelect: true);
            case "nth-last-child":
                return Nth(NthCounting.LastChild, canSelect: true);
            case "nth-of-type":
                return Nth(NthCounting.OfType, canSelect: false);
            case "nth-last-of-type":
                return Nth(NthCounting.LastOfType, canSelect: false);
            default:
                return Fail<SimpleTest>(
                    Plain(name) is null ? $"The pseudo-class \":{name}()\" is not known." : $"\":{name}\" takes no argument.", start);
        }
    }

    private string[]? Strings(string expected)
    {
        var values = new List<string>();
        do
        {
            if (values.Count > 0) _at++;
            Blank();
            var value = Now is '"' or '\'' && !AtEnd ? String() : WildIdentifier();
            if (value is null) return Fail<string[]>($"Expected {expected}, but found {Found()}.");
            values.Add(value);
            Blank();
        }
        while (Now == ',' && !AtEnd);
        return [.. values];
    }

    // :lang(*-CH) may be written without quotes when the star is escaped; scrapers forget to.
    private string? WildIdentifier()
    {
        if (Now != '*' || AtEnd) return Identifier();
        _at++;
        return "*" + Name();
    }

    private NthTest? Nth(NthCounting counting, bool canSelect)
    {
        Blank();
        if (!Formula(out var step, out var offset)) return null;
        Blank();
        var at = _at;
        if (Identifier() is not { } of) return new NthTest(step, offset, counting);
        if (!canSelect || Lower(of) != "of") return Fail<NthTest>($"Expected \")\", but found \"{of}\".", at);
        return List(relative: false, topLevel: false) is { } list
            ? new NthTest(step, offset, counting, new SelectorListTest(list, negate: false))
            : null;
    }

    // An+B (CSS Syntax Level 3, section 6).
    private bool Formula(out int step, out int offset)
    {
        (step, offset) = (0, 0);
        var start = _at;
        if (Keyword("odd")) return ((step, offset) = (2, 1)) != default;
        if (Keyword("even")) return ((step, offset) = (2, 0)) != default;
        var negative = Signed();
        var digits = Digits(out var number);
        if (Now is not ('n' or 'N') || AtEnd)
        {
            offset = negative ? -number : number;
            return digits || Fail($"Expected a position such as 3, odd, even or 2n+1, but found {Found()}.", start);
        }
        _at++;
        step = !digits ? 1 : number;
        if (negative) step = -step;
        var before = _at;
        Blank();
        if (Now is not ('+' or '-') || AtEnd)
        {
            _at = before;
            return true;
        }
        negative = Signed();
        Blank();
        if (!Digits(out number)) return Fail($"Expected a number after \"n\" and a sign, but found {Found()}.");
        offset = negative ? -number : number;
        return true;
    }

    private bool Keyword(string word)
    {
        if (!text.AsSpan(_at).StartsWith(word, StringComparison.OrdinalIgnoreCase)) return false;
        var end = _at + word.Length;
        if (end < text.Length && IsNamePart(text[end])) return false;
        _at = end;
        return true;
    }

    private bool Signed()
    {
        if (AtEnd || Now is not ('+' or '-')) return false;
        return text[_at++] == '-';
    }

    // Saturates: no list of siblings is longer.
    private bool Digits(out int number)
    {
        var start = _at;
        number = 0;
        for (; !AtEnd && char.IsAsciiDigit(Now); _at++)
            number = number > 100_000_000 ? number : (number * 10) + (Now - '0');
        return _at > start;
    }
}
