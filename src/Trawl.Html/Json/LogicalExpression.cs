using System.Text.Json;

namespace Trawl.Html.Json;

/// <summary>What a filter asks of a node (RFC 9535, section 2.3.5).</summary>
internal abstract class LogicalExpression
{
    public abstract bool Holds(JsonElement current, JsonPathRun run);
}
