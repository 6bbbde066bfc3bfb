using System.Text.Json;

namespace Trawl.Html.Json;

internal sealed class Literal(JsonElement value) : ValueExpression
{
    public JsonElement Element => value;

    public override JsonValue Evaluate(JsonElement current, JsonPathRun run) => new(value);
}
