using System.Text.Json;

namespace Trawl.Html.Json;

internal sealed class AllOf(LogicalExpression[] parts) : LogicalExpression
{
    public override bool Holds(JsonElement current, JsonPathRun run)
    {
        foreach (var part in parts)
            if (!part.Holds(current, run)) return false;
        return true;
    }
}
