using System.Globalization;
using System.Net;
using Trawl.Model.Plans;
using Trawl.Steps.Values;

namespace Trawl.Steps.Transforms;

/// <summary>Makes transforms of a plan's.</summary>
internal static class TransformCompiler
{
    /// <exception cref="ArgumentException">The plan names an unknown transform or misses an argument: it was not validated.</exception>
    public static ITransform Compile(TransformPlan plan) => plan.Name switch
    {
        "split" => new SplitTransform(Argument(plan, 0, "")),
        "join" => new JoinTransform(Argument(plan, 0, "")),
        _ => new EachTransform(Change(plan)),
    };

    private static Func<string, string?> Change(TransformPlan plan) => plan.Name switch
    {
        "trim" => WhiteSpace.Trim,
        "collapse" => WhiteSpace.Collapse,
        "lower" => text => text.ToLowerInvariant(),
        "upper" => text => text.ToUpperInvariant(),
        "replace" => Replace(Argument(plan, 0), Argument(plan, 1, "")),
        "regex" => Regex(Argument(plan, 0)),
        "remove" => Remove(Argument(plan, 0)),
        "prefix" => Prefix(Argument(plan, 0)),
        "suffix" => Suffix(Argument(plan, 0)),
        "slice" => SliceOf(plan),
        "map" => Map(plan.Arguments),
        "stripTags" => TagStripper.Strip,
        "unescape" => WebUtility.HtmlDecode,
        _ => throw new ArgumentException($"\"{plan.Name}\" is no transform.", nameof(plan)),
    };

    private static Func<string, string?> Replace(string from, string to) =>
        text => text.Replace(from, to, StringComparison.Ordinal);

    private static Func<string, string?> Regex(string pattern)
    {
        var regex = Patterns.Compile(pattern);
        return text => Patterns.Value(regex.Match(text));
    }

    private static Func<string, string?> Remove(string pattern)
    {
        var regex = Patterns.Compile(pattern);
        return text => regex.Replace(text, "");
    }

    private static Func<string, string?> Prefix(string prefix) => text => prefix + text;

    private static Func<string, string?> Suffix(string suffix) => text => text + suffix;

    private static Func<string, string?> SliceOf(TransformPlan plan)
    {
        var start = Number(Argument(plan, 0, "0"));
        int? length = plan.Arguments.Count > 1 ? Number(plan.Arguments[1]) : null;
        return text => Slice.Of(text, start, length);
    }

    // A text that the map does not name stays as it is.
    private static Func<string, string?> Map(IReadOnlyList<string> pairs)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < pairs.Count; i += 2) map[pairs[i]] = pairs[i + 1];
        return text => map.GetValueOrDefault(text, text);
    }

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static string Argument(TransformPlan plan, int index, string? absent = null) =>
        index < plan.Arguments.Count
            ? plan.Arguments[index]
            : absent ?? throw new ArgumentException($"The transform \"{plan.Name}\" needs {index + 1} arguments.", nameof(plan));
}
