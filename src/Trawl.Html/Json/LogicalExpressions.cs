using System.Text.Json;

namespace Trawl.Html.Json;

internal sealed class AnyOf(LogicalExpression[] parts) : LogicalExpression
{
    public override bool Holds(JsonElement current, JsonPathRun run)
    {
        foreach (var part in parts)
            if (part.Holds(current, run)) return true;
        return false;
    }
}

internal sealed class AllOf(LogicalExpression[] parts) : LogicalExpression
{
    public override bool Holds(JsonElement current, JsonPathRun run)
    {
        foreach (var part in parts)
            if (!part.Holds(current, run)) return false;
        return true;
    }
}

internal sealed class Not(LogicalExpression inner) : LogicalExpression
{
    public override bool Holds(JsonElement current, JsonPathRun run) => !inner.Holds(current, run);
}

internal sealed class Exists(JsonQuery query) : LogicalExpression
{
    public override bool Holds(JsonElement current, JsonPathRun run) => query.Exists(current, run);
}

/// <summary>The functions <c>match()</c> and <c>search()</c>.</summary>
internal sealed class RegexpTest(ValueExpression input, ValueExpression pattern, bool whole) : LogicalExpression
{
    public override bool Holds(JsonElement current, JsonPathRun run) =>
        pattern.Evaluate(current, run).TryGetString(out var wanted)
        && input.Evaluate(current, run).TryGetString(out var text)
        && run.Regexps.Get(wanted, whole) is { } regex
        && regex.IsMatch(text);
}
