using System.Text.Json;

namespace Trawl.Html.Json;

internal sealed class ValueFunction(JsonQuery of) : ValueExpression
{
    public override JsonValue Evaluate(JsonElement current, JsonPathRun run) => new(of.Only(current, run));
}
