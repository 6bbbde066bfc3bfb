using System.Globalization;
using Trawl.Html.Selectors.Conditions;
using Trawl.Html.Selectors.Matching;

namespace Trawl.Html.Selectors.XPath;

/// <summary>
/// Reads the subset of XPath a <see cref="PathPlan"/> can run. It answers null for everything else, which the general
/// engine then does; so it may be incomplete, but what it accepts must mean exactly what the engine would do.
/// </summary>
internal sealed partial class PathPlanParser
{
    private const int MaxDepth = 16;

    private readonly string _text;
    private int _at;
    private int _depth;

    private PathPlanParser(string text) => _text = text;

    private char Now => _at < _text.Length ? _text[_at] : '\0';

    public static PathPlan? TryParse(string text) => new PathPlanParser(text).Parse();

    private PathPlan? Parse()
    {
        var result = Function();
        if (Path() is not { } path) return null;
        Blank();
        if (result != PathResult.Nodes && !Take(")")) return null;
        Blank();
        if (_at < _text.Length || path.Steps.Count == 0 || path.Steps.Count >= SelectorProgram.MaxStates) return null;
        return new PathPlan(path.ToSelector(), path.Absolute, path.End, path.Attribute, result);
    }

    private PathResult Function()
    {
        Blank();
        foreach (var (name, result) in ((string, PathResult)[])
            [("count", PathResult.Count), ("string", PathResult.Text), ("boolean", PathResult.Boolean)])
        {
            var before = _at;
            if (Take(name) && Take("(")) return result;
            _at = before;
        }
        return PathResult.Nodes;
    }

    private ParsedPath? Path()
    {
        Blank();
        var path = new ParsedPath();
        if (Take("//")) (path.Absolute, path.Next) = (true, Combinator.None);
        else if (Take("/")) (path.Absolute, path.Next, path.AtRoot) = (true, Combinator.None, true);
        else if (Take(".//")) path.Next = Combinator.Descendant;
        else
        {
            Take("./");
            path.Next = Combinator.Child;
        }
        while (true)
        {
            if (!Step(path)) return null;
            Blank();
            if (Take("//")) path.Next = Combinator.Descendant;
            else if (Take("/")) path.Next = Combinator.Child;
            else return path;
            if (path.IsEnded) return null;
        }
    }

    private bool Step(ParsedPath path)
    {
        Blank();
        if (Take("@")) return AttributeStep(path);
        if (Take("text()")) return TextStep(path);
        var childAxis = true;
        if (Take("descendant::"))
        {
            // From the document, and below "//", the axis adds nothing; below "/" it is the other combinator.
            if (path.AtRoot) path.AtRoot = false;
            else if (path.Next == Combinator.Child) path.Next = Combinator.Descendant;
            childAxis = false;
        }
        else
        {
            Take("child::");
        }
        SelectorName? type = null;
        if (!Take("*"))
        {
            if (Name() is not { } name) return false;
            type = new SelectorName(name);
        }
        var tests = new List<SimpleTest>();
        if (path.AtRoot) tests.Add(new PredicateTest(StructureTests.IsRoot));
        path.AtRoot = false;
        if (!Predicates(type is not null, childAxis, tests)) return false;
        path.Add(type, tests);
        return true;
    }

    // Only where the elements reached are exactly those that have the attribute: "x//@a" would look at x itself too.
    private bool AttributeStep(ParsedPath path)
    {
        if (Name() is not { } name || path.AtRoot) return false;
        var isFirst = path.Steps.Count == 0;
        if (isFirst ? path.Next != Combinator.None : path.Next != Combinator.Child) return false;
        var test = new AttributeValueTest(name, StringTest.Exists, "");
        if (!isFirst && path.Asks(name)) return End(path, name);
        if (isFirst) path.Add(null, [test]);
        else path.AddTest(test);
        return End(path, name);
    }

    private static bool End(ParsedPath path, string attribute)
    {
        (path.End, path.Attribute) = (PathEnd.Attribute, new SelectorName(attribute));
        return true;
    }

    private bool TextStep(ParsedPath path)
    {
        if (path.Steps.Count == 0) return false;
        path.End = path.Next == Combinator.Child ? PathEnd.ChildText : PathEnd.AllText;
        return Now != '[';
    }

    // Names with a prefix, node tests, axes and functions are the general engine's.
    private string? Name()
    {
        var start = _at;
        while (char.IsAsciiLetterOrDigit(Now) || Now is '_' or '-' or '.' || Now >= '\x80') _at++;
        if (_at == start || !(char.IsAsciiLetter(_text[start]) || _text[start] == '_')) return null;
        var name = _text[start.._at];
        Blank();
        return Now is ':' or '(' ? null : name;
    }

    private bool Take(string symbol)
    {
        if (!_text.AsSpan(_at).StartsWith(symbol, StringComparison.Ordinal)) return false;
        _at += symbol.Length;
        return true;
    }

    private void Blank()
    {
        while (Now is ' ' or '\t' or '\n' or '\r') _at++;
    }

    private bool Integer(out int value)
    {
        var start = _at;
        while (char.IsAsciiDigit(Now)) _at++;
        return int.TryParse(_text.AsSpan(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture, out value)
            && value < 1_000_000;
    }

    private string? String()
    {
        var quote = Now;
        if (quote is not ('"' or '\'')) return null;
        var end = _text.IndexOf(quote, _at + 1);
        if (end < 0) return null;
        var value = _text[(_at + 1)..end];
        _at = end + 1;
        return value;
    }
}
