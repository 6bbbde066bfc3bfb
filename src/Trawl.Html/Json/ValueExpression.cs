using System.Text.Json;

namespace Trawl.Html.Json;

/// <summary>Something in a filter that has a value: a literal, a singular query, or a function.</summary>
internal abstract class ValueExpression
{
    public abstract JsonValue Evaluate(JsonElement current, JsonPathRun run);
}
