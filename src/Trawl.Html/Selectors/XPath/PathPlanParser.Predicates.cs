using Trawl.Html.Selectors.Conditions;
using Trawl.Html.Selectors.Matching;

namespace Trawl.Html.Selectors.XPath;

/// <content>Predicates.</content>
internal sealed partial class PathPlanParser
{
    private bool Predicates(bool named, bool childAxis, List<SimpleTest> into)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            Blank();
            if (!Take("[")) return true;
            Blank();
            var before = _at;
            SimpleTest? test = Position(named);
            if (test is not null && (!isFirst || !childAxis)) return false;
            if (test is null)
            {
                _at = before;
                if ((test = Or()) is null) return false;
            }
            Blank();
            if (!Take("]")) return false;
            into.Add(test);
        }
    }

    // A position counts the siblings the step's own name test lets through.
    private NthTest? Position(bool named)
    {
        var counting = named ? NthCounting.OfName : NthCounting.Child;
        var last = named ? NthCounting.LastOfName : NthCounting.LastChild;
        NthTest? test = null;
        if (Integer(out var number)) test = new NthTest(0, number, counting);
        else if (Take("last()")) test = new NthTest(0, 1, last);
        else if (Take("position()"))
        {
            Blank();
            var sign = Now;
            _at++;
            Blank();
            if (sign is not ('=' or '<' or '>') || Now == '=' || !Integer(out number)) return null;
            test = sign switch
            {
                '=' => new NthTest(0, number, counting),
                '<' => new NthTest(-1, number - 1, counting),
                _ => new NthTest(1, number + 1, counting),
            };
        }
        Blank();
        return Now == ']' ? test : null;
    }

    private SimpleTest? Or() => Chain("or", And, static tests => new AnyTest(tests));

    private SimpleTest? And() => Chain("and", Unary, static tests => new AllTests(tests));

    private SimpleTest? Chain(string word, Func<SimpleTest?> part, Func<SimpleTest[], SimpleTest> join)
    {
        var tests = new List<SimpleTest>();
        do
        {
            Blank();
            if (part() is not { } test) return null;
            tests.Add(test);
            Blank();
        }
        while (Take(word));
        return tests.Count == 1 ? tests[0] : join([.. tests]);
    }

    private SimpleTest? Unary()
    {
        if (++_depth > MaxDepth) return null;
        var test = Condition();
        _depth--;
        return test;
    }

    private SimpleTest? Condition()
    {
        if (Take("not("))
        {
            var inner = Or();
            return inner is not null && Take(")") ? new NotTest(inner) : null;
        }
        if (Take("("))
        {
            var inner = Or();
            return inner is not null && Take(")") ? inner : null;
        }
        if (Take("contains(")) return TwoStrings(StringTest.Contains);
        if (Take("starts-with(")) return TwoStrings(StringTest.StartsWith);
        var before = _at;
        if (Subject() is { } subject && Comparison() is { } how) return String() is { } value ? subject(how, value) : null;
        _at = before;
        return Existence();
    }

    // An empty string is in every string, also in that of an absent attribute: left to the general engine.
    private SimpleTest? TwoStrings(StringTest how)
    {
        Blank();
        if (Subject() is not { } subject) return null;
        Blank();
        if (!Take(",")) return null;
        Blank();
        if (String() is not { Length: > 0 } value) return null;
        Blank();
        return Take(")") ? subject(how, value) : null;
    }

    private Func<StringTest, string, SimpleTest>? Subject()
    {
        if (Take("@")) return Name() is { } name ? (how, value) => new AttributeValueTest(name, how, value) : null;
        if (Take("text()")) return static (how, value) => new TextTest(how, value);
        if (Now != '.' || _text.AsSpan(_at).StartsWith("./") || _text.AsSpan(_at).StartsWith("..")) return null;
        _at++;
        return static (how, value) => new ContentTest(how, value);
    }

    private StringTest? Comparison()
    {
        Blank();
        StringTest? how = Take("!=") ? StringTest.NotEqual : Take("=") ? StringTest.Equal : null;
        Blank();
        return how;
    }

    // A relative path that gives at least one node.
    private SimpleTest? Existence()
    {
        if (Take("@")) return Name() is { } name ? new AttributeValueTest(name, StringTest.Exists, "") : null;
        if (Take("text()")) return new TextTest(StringTest.Exists, "");
        if (Now == '/' || Path() is not { } path || path.Steps.Count == 0) return null;
        if (path.End is PathEnd.ChildText) path.AddTest(new TextTest(StringTest.Exists, ""));
        else if (path.End is PathEnd.AllText) return null;
        if (Now is '=' or '!' or '<' or '>' or '+' or '-' or '*' or '|') return null;
        var selector = path.ToSelector();
        return selector.Combinators is [Combinator.Child] ? new ChildTest(selector.Compounds[0]) : new HasTest([selector]);
    }
}
