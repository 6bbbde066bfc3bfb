using System.Text.Json;

namespace Trawl.Html.Json;

internal sealed class LengthFunction(ValueExpression of) : ValueExpression
{
    public override JsonValue Evaluate(JsonElement current, JsonPathRun run) => of.Evaluate(current, run).Length();
}
