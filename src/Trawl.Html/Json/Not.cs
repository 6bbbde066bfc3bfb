using System.Text.Json;

namespace Trawl.Html.Json;

internal sealed class Not(LogicalExpression inner) : LogicalExpression
{
    public override bool Holds(JsonElement current, JsonPathRun run) => !inner.Holds(current, run);
}
