namespace Trawl.Html.Json;

/// <content>Filter expressions (RFC 9535, section 2.3.5) and the typing rules of functions (section 2.4.3).</content>
internal sealed partial class JsonPathParser
{
    private LogicalExpression? Logical()
    {
        if (++_depth > MaxDepth) return Fail<LogicalExpression>($"The filter nests more than {MaxDepth} deep.");
        var parts = Chain("||", Conjunction);
        _depth--;
        return parts is null ? null : parts.Length == 1 ? parts[0] : new AnyOf(parts);
    }

    private LogicalExpression? Conjunction() =>
        Chain("&&", Basic) is not { } parts ? null : parts.Length == 1 ? parts[0] : new AllOf(parts);

    private LogicalExpression[]? Chain(string separator, Func<LogicalExpression?> part)
    {
        var parts = new List<LogicalExpression>();
        while (true)
        {
            if (part() is not { } one) return null;
            parts.Add(one);
            var before = _at;
            Blank();
            if (!text.AsSpan(_at).StartsWith(separator, StringComparison.Ordinal))
            {
                _at = before;
                return [.. parts];
            }
            _at += separator.Length;
            Blank();
        }
    }

    private LogicalExpression? Basic()
    {
        var negated = Take('!');
        if (negated) Blank();
        var inner = Now == '(' ? Parenthesised() : TestOrComparison(negated);
        return inner is null ? null : negated ? new Not(inner) : inner;
    }

    private LogicalExpression? Parenthesised()
    {
        _at++;
        Blank();
        if (Logical() is not { } inner) return null;
        Blank();
        return Take(')') ? inner : Fail<LogicalExpression>($"Expected \")\", but found {Found()}.");
    }

    private LogicalExpression? TestOrComparison(bool negated)
    {
        var start = _at;
        if (Operand() is not { } left) return null;
        var before = _at;
        Blank();
        if (Operator() is not { } how)
        {
            _at = before;
            return AsTest(left, start);
        }
        if (negated) return Fail<LogicalExpression>("\"!\" negates a test or a (…), not a comparison; add parentheses.", start);
        Blank();
        var second = _at;
        if (AsValue(left, start) is not { } a || Operand() is not { } right || AsValue(right, second) is not { } b) return null;
        return new Comparison(a, how, b);
    }

    private ComparisonOperator? Operator()
    {
        var (how, length) = (Now, _at + 1 < text.Length ? text[_at + 1] : '\0') switch
        {
            ('=', '=') => ((ComparisonOperator?)ComparisonOperator.Equal, 2),
            ('!', '=') => (ComparisonOperator.NotEqual, 2),
            ('<', '=') => (ComparisonOperator.LessOrEqual, 2),
            ('>', '=') => (ComparisonOperator.GreaterOrEqual, 2),
            ('<', _) => (ComparisonOperator.Less, 1),
            ('>', _) => (ComparisonOperator.Greater, 1),
            _ => (null, 0),
        };
        _at += length;
        return how;
    }

    // A JsonQuery, a ValueExpression or a LogicalExpression: its place decides what it may be.
    private object? Operand()
    {
        if (Now is '@' or '$') return Query();
        return char.IsAsciiLetterLower(Now) && FunctionName() is { } name ? Function(name) : LiteralOrFail();
    }

    private Literal? LiteralOrFail() => Now is '"' or '\'' or '-' or 't' or 'f' or 'n' || char.IsAsciiDigit(Now)
        ? LiteralValue()
        : Fail<Literal>($"Expected \"@\", \"$\", a literal or a function, but found {Found()}.");

    private LogicalExpression? AsTest(object operand, int at) => operand switch
    {
        JsonQuery query => new Exists(query),
        LogicalExpression test => test,
        Literal => Fail<LogicalExpression>("A literal alone is not a condition; compare it with something.", at),
        _ => Fail<LogicalExpression>("This function gives a value, not a condition; compare it with something.", at),
    };

    private ValueExpression? AsValue(object operand, int at) => operand switch
    {
        ValueExpression value => value,
        JsonQuery { IsSingular: true } query => new SingularQuery(query),
        JsonQuery => Fail<ValueExpression>("Only a query for at most one node has a value here; use value(…) or count(…).", at),
        _ => Fail<ValueExpression>("match() and search() are conditions and cannot be compared.", at),
    };

    // The name only when "(" follows at once; true, false and null are literals.
    private string? FunctionName()
    {
        var end = _at;
        while (end < text.Length && (char.IsAsciiLetterLower(text[end]) || char.IsAsciiDigit(text[end]) || text[end] == '_')) end++;
        if (end >= text.Length || text[end] != '(') return null;
        var name = text[_at..end];
        _at = end + 1;
        return name;
    }

    private object? Function(string name)
    {
        var start = _at - name.Length - 1;
        if (++_depth > MaxDepth) return Fail<object>($"The filter nests more than {MaxDepth} deep.");
        if (Arguments() is not { } arguments) return null;
        _depth--;
        var wanted = name switch { "length" or "count" or "value" => 1, "match" or "search" => 2, _ => 0 };
        if (wanted == 0)
            return Fail<object>($"\"{name}\" is not a function; there are length, count, match, search and value.", start);
        if (arguments.Count != wanted) return Fail<object>($"\"{name}\" takes {wanted} argument(s), not {arguments.Count}.", start);
        return name switch
        {
            "length" => Value(arguments, 0) is { } of ? new LengthFunction(of) : null,
            "count" => Nodes(arguments, name) is { } nodes ? new CountFunction(nodes) : null,
            "value" => Nodes(arguments, name) is { } nodes ? new ValueFunction(nodes) : null,
            _ => Value(arguments, 0) is { } input && Value(arguments, 1) is { } pattern
                ? new RegexpTest(input, pattern, whole: name == "match")
                : null,
        };
    }

    private List<(object Operand, int At)>? Arguments()
    {
        var arguments = new List<(object, int)>();
        Blank();
        if (Take(')')) return arguments;
        do
        {
            Blank();
            var at = _at;
            if (Operand() is not { } operand) return null;
            arguments.Add((operand, at));
            Blank();
        }
        while (Take(','));
        return Take(')') ? arguments : Fail<List<(object, int)>>($"Expected \",\" or \")\", but found {Found()}.");
    }

    private ValueExpression? Value(List<(object Operand, int At)> arguments, int index) =>
        AsValue(arguments[index].Operand, arguments[index].At);

    private JsonQuery? Nodes(List<(object Operand, int At)> arguments, string name) =>
        arguments[0].Operand as JsonQuery
        ?? Fail<JsonQuery>($"\"{name}\" takes a query, such as @.items[*].", arguments[0].At);
}
