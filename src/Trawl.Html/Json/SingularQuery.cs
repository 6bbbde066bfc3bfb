using System.Text.Json;

namespace Trawl.Html.Json;

internal sealed class SingularQuery(JsonQuery query) : ValueExpression
{
    public override JsonValue Evaluate(JsonElement current, JsonPathRun run) => new(query.Value(current, run));
}
