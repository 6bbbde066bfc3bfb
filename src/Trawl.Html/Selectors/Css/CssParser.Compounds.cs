using Trawl.Html.Selectors.Matching;
using Trawl.Html.Selectors.Conditions;

namespace Trawl.Html.Selectors.Css;

/// <content>Types, ids, classes and attributes.</content>
internal sealed partial class CssParser
{
    private Compound? Compound(bool topLevel)
    {
        var start = _at;
        if (!Type(out var name)) return null;
        var any = _at > start;
        var tests = new List<SimpleTest>();
        SelectorName? type = null;
        if (name is not null)
        {
            var lower = Lower(name);
            if (lower == name) type = new SelectorName(name);
            else tests.Add(new NameTest(new SelectorName(lower), new SelectorName(name)));
        }
        while (Comment() || (!AtEnd && Now is '#' or '.' or '[' or ':'))
        {
            if (AtEnd || Now is not ('#' or '.' or '[' or ':')) continue;
            any = true;
            if (_take is not null) return Fail<Compound>("Nothing can follow \"::text\" or \"::attr(…)\".");
            if (text.AsSpan(_at).StartsWith("::"))
            {
                if (!TakeElement(topLevel)) return null;
                continue;
            }
            if (Simple() is not { } test) return null;
            tests.Add(test);
        }
        return any ? new Compound(type, [.. tests]) : Fail<Compound>($"Expected a selector, but found {Found()}.");
    }

    private SimpleTest? Simple()
    {
        var sign = text[_at++];
        switch (sign)
        {
            case '#':
                return Name() is { } id ? new IdTest(id) : Fail<SimpleTest>($"Expected an id after \"#\", but found {Found()}.");
            case '.':
                return Identifier() is { } word
                    ? new ClassTest(word)
                    : Fail<SimpleTest>($"Expected a class name after \".\", but found {Found()}.");
            case '[':
                return Attribute();
            default:
                return Pseudo();
        }
    }

    // "*", "name", and both behind "*|" or "|": HTML has no use for other namespaces.
    private bool Type(out string? name)
    {
        name = null;
        var start = _at;
        if (Now == '*' && !AtEnd) _at++;
        else name = Identifier();
        if (Now != '|' || AtEnd || text.AsSpan(_at).StartsWith("|=")) return true;
        if (name is not null) return Fail($"The namespace \"{name}\" is not declared; write \"*|\" for any.", start);
        _at++;
        if (Now == '*' && !AtEnd) _at++;
        else if ((name = Identifier()) is null) return Fail($"Expected a name or \"*\" after \"|\", but found {Found()}.");
        return true;
    }

    private AttributeTest? Attribute()
    {
        Blank();
        if (Now == '*' && text.AsSpan(_at).StartsWith("*|")) _at += 2;
        else if (Now == '|') _at++;
        if (Identifier() is not { } name)
            return Fail<AttributeTest>($"Expected an attribute's name after \"[\", but found {Found()}.");
        Blank();
        if (Now == ']' && !AtEnd)
        {
            _at++;
            return new AttributeTest(name, AttributeOperator.Exists, "", AttributeCase.Exact);
        }
        if (Operator() is not { } how) return null;
        Blank();
        var value = Now is '"' or '\'' ? String() : Name();
        if (value is null)
            return Fail<AttributeTest>($"Expected a quoted value or a name, but found {Found()}.");
        Blank();
        if (Flag() is not { } flag) return null;
        if (Now != ']' || AtEnd) return Fail<AttributeTest>($"Expected \"]\", but found {Found()}.");
        _at++;
        return new AttributeTest(name, how, value, flag);
    }

    private AttributeOperator? Operator()
    {
        AttributeOperator? how = Now switch
        {
            '=' => AttributeOperator.Equal,
            '~' => AttributeOperator.HasWord,
            '|' => AttributeOperator.DashMatch,
            '^' => AttributeOperator.StartsWith,
            '$' => AttributeOperator.EndsWith,
            '*' => AttributeOperator.Contains,
            _ => null,
        };
        var length = how == AttributeOperator.Equal ? 1 : 2;
        if (how is null || AtEnd || (length == 2 && (_at + 1 >= text.Length || text[_at + 1] != '=')))
        {
            Fail($"Expected \"]\" or one of = ~= |= ^= $= *=, but found {Found()}.");
            return null;
        }
        _at += length;
        return how;
    }

    private AttributeCase? Flag()
    {
        var start = _at;
        if (Identifier() is not { } flag) return AttributeCase.ByAttribute;
        Blank();
        if (flag is "i" or "I") return AttributeCase.Ignore;
        if (flag is "s" or "S") return AttributeCase.Exact;
        Fail($"\"{flag}\" is not a flag; write \"i\" to ignore case or \"s\" to compare it.", start);
        return null;
    }

    private bool TakeElement(bool topLevel)
    {
        var start = _at;
        _at += 2;
        var name = Identifier();
        if (!topLevel) return Fail("\"::\" stands only at the end of a whole selector.", start);
        if (name is "text")
        {
            _take = new SelectorTake(SelectorTakeKind.Text);
            return true;
        }
        if (name is not "attr" || Now != '(')
            return Fail($"\"::{name}\" is not known; there are \"::text\" and \"::attr(name)\".", start);
        _at++;
        Blank();
        if (Identifier() is not { } attribute) return Fail($"Expected an attribute's name, but found {Found()}.");
        Blank();
        if (!Close()) return false;
        _take = new SelectorTake(SelectorTakeKind.Attribute, Lower(attribute));
        return true;
    }
}
