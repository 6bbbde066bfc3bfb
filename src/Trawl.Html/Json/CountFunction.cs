using System.Text.Json;

namespace Trawl.Html.Json;

internal sealed class CountFunction(JsonQuery of) : ValueExpression
{
    public override JsonValue Evaluate(JsonElement current, JsonPathRun run) => new(of.Count(current, run));
}
