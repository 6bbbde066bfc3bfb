using System.Text.Json;

namespace Trawl.Html.Json;

/// <summary>Two values and a comparison operator (RFC 9535, section 2.3.5.2.2).</summary>
internal sealed class Comparison(ValueExpression left, ComparisonOperator how, ValueExpression right) : LogicalExpression
{
    public override bool Holds(JsonElement current, JsonPathRun run)
    {
        var (a, b) = (left.Evaluate(current, run), right.Evaluate(current, run));
        return how switch
        {
            ComparisonOperator.Equal => JsonValue.Same(a, b),
            ComparisonOperator.NotEqual => !JsonValue.Same(a, b),
            ComparisonOperator.Less => JsonValue.IsLess(a, b),
            ComparisonOperator.Greater => JsonValue.IsLess(b, a),
            ComparisonOperator.LessOrEqual => JsonValue.IsLess(a, b) || JsonValue.Same(a, b),
            _ => JsonValue.IsLess(b, a) || JsonValue.Same(a, b),
        };
    }
}
