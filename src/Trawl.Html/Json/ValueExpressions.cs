using System.Text.Json;

namespace Trawl.Html.Json;

internal sealed class Literal(JsonElement value) : ValueExpression
{
    public JsonElement Element => value;

    public override JsonValue Evaluate(JsonElement current, JsonPathRun run) => new(value);
}

internal sealed class SingularQuery(JsonQuery query) : ValueExpression
{
    public override JsonValue Evaluate(JsonElement current, JsonPathRun run) => new(query.Value(current, run));
}

internal sealed class LengthFunction(ValueExpression of) : ValueExpression
{
    public override JsonValue Evaluate(JsonElement current, JsonPathRun run) => of.Evaluate(current, run).Length();
}

internal sealed class CountFunction(JsonQuery of) : ValueExpression
{
    public override JsonValue Evaluate(JsonElement current, JsonPathRun run) => new(of.Count(current, run));
}

internal sealed class ValueFunction(JsonQuery of) : ValueExpression
{
    public override JsonValue Evaluate(JsonElement current, JsonPathRun run) => new(of.Only(current, run));
}
