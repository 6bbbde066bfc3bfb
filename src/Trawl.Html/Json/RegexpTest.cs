using System.Text.Json;

namespace Trawl.Html.Json;

/// <summary>The functions <c>match()</c> and <c>search()</c>.</summary>
internal sealed class RegexpTest(ValueExpression input, ValueExpression pattern, bool whole) : LogicalExpression
{
    public override bool Holds(JsonElement current, JsonPathRun run) =>
        pattern.Evaluate(current, run).TryGetString(out var wanted)
        && input.Evaluate(current, run).TryGetString(out var text)
        && run.Regexps.Get(wanted, whole) is { } regex
        && regex.IsMatch(text);
}
