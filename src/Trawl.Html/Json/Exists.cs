using System.Text.Json;

namespace Trawl.Html.Json;

internal sealed class Exists(JsonQuery query) : LogicalExpression
{
    public override bool Holds(JsonElement current, JsonPathRun run) => query.Exists(current, run);
}
