using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Trawl.Pipelines.Diagnostics;
using Trawl.Pipelines.Values;

namespace Trawl.Pipelines.Language;

/// <summary>The kinds of single values that are not specific to one key.</summary>
internal static class Scalars
{
    public static readonly ScalarShape Text = new("text", "text", _ => null, AnyText) { Doc = "Any text." };

    public static readonly ScalarShape Boolean = new("switch", "true or false",
        text => text is "true" or "false" ? null
            : new Fault(Rules.NotABoolean, $"\"{text}\" is neither true nor false."),
        () => new JsonObject { ["type"] = "boolean" })
    { Doc = "`true` or `false`." };

    public static ScalarShape Integer(long min, long max = long.MaxValue) =>
        new(null, Range(min, max), text => CheckInteger(text, min, max),
        () =>
        {
            var schema = new JsonObject { ["type"] = "integer", ["minimum"] = min };
            if (max != long.MaxValue) schema["maximum"] = max;
            return schema;
        });

    public static ScalarShape Time(TimeSpan min, TimeSpan max) =>
        new("duration", "time", text => CheckDuration(text, min, max),
        () => new JsonObject { ["type"] = new JsonArray("string", "integer"), ["pattern"] =
            Duration.Pattern, ["maximum"] = 0 })
    {
        Doc = "A number with a unit: `ms`, `s`, `m` (or `min`), `h`, `d`; `1 h 30 m` adds up. `0` needs no unit.",
    };

    public static ScalarShape Size(long min) =>
        new("size", "size", text => CheckSize(text, min), () => StringOf(ByteSize.Pattern))
    {
        Doc = "A number with a unit: `B`, `kB`, `MB`, `GB`, `TB` (powers of 1,000), `KiB`, `MiB`, `GiB`, `TiB` (powers of 1,024).",
    };

    public static ScalarShape Choice(string summary, params (string Value, string Doc)[] values) =>
        Choice(Rules.BadChoice, summary, values);

    public static ScalarShape Choice(DiagnosticRule rule, string summary, (string Value, string Doc)[] values) =>
        new(null, summary,
        text => values.Any(v => v.Value == text) ? null : new Fault(
            rule, $"\"{text}\" is not a known {summary}.", Spelling.Suggest(text, values.Select(v => v.Value))),
        () => new JsonObject { ["enum"] = new JsonArray([.. values.Select(v => JsonValue.Create(v.Value))]) })
    { Choices = values };

    /// <summary>A name of the given pattern, which JSON Schema and .NET read alike.</summary>
    public static ScalarShape Name(string name, string summary, string pattern, string allowed) => new(name, summary,
        text => Regex.IsMatch(text, pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)
            ? null
            : new Fault(Rules.BadName, $"\"{text}\" is not a {summary}: {allowed}."),
        () => StringOf(pattern))
    { Doc = $"{char.ToUpperInvariant(allowed[0])}{allowed[1..]}." };

    /// <summary>A text with a check of its own.</summary>
    public static ScalarShape Checked(string name, string summary, Func<string, Fault?> check, string doc) =>
        new(name, summary, check,
        () => new JsonObject { ["type"] = "string", ["minLength"] = 1 })
    { Doc = doc };

    private static JsonObject AnyText() => new() { ["type"] = new JsonArray("string", "number", "boolean") };

    private static JsonObject StringOf(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };

    private static string Range(long min, long max) => FormattableString.Invariant(
        max == long.MaxValue ? (FormattableString)$"whole number from {min:N0}"
            : $"whole number, {min:N0} to {max:N0}");

    private static Fault? CheckInteger(string text, long min, long max)
    {
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value))
            return new Fault(Rules.NotANumber, $"\"{text}\" is not a whole number.", $"Write a {Range(min, max)}.");
        return value >= min && value <= max ? null
            : new Fault(Rules.OutOfRange, $"\"{text}\" is out of range.", $"Write a {Range(min, max)}.");
    }

    private static Fault? CheckDuration(string text, TimeSpan min, TimeSpan max)
    {
        if (!Duration.TryParse(text, out var value))
        {
            bool isBare = text.Length > 0 && text.All(char.IsAsciiDigit);
            return new Fault(
                Rules.BadDuration, $"\"{text}\" is not a time with a unit.", isBare
                ? $"Write \"{text} ms\" or \"{text} s\"." : null);
        }

        string range = $"Write a time from {Duration.Write(min)} to {Duration.Write(max)}.";
        return value >= min && value <= max ? null : new Fault(Rules.OutOfRange, $"\"{text}\" is out of range.", range);
    }

    private static Fault? CheckSize(string text, long min)
    {
        if (!ByteSize.TryParse(text, out long value))
        {
            bool isBare = text.Length > 0 && text.All(char.IsAsciiDigit);
            return new Fault(
                Rules.BadSize, $"\"{text}\" is not a size with a unit.", isBare
                ? $"Write \"{text} B\" or \"{text} MB\"." : null);
        }

        return value >= min ? null
            : new Fault(Rules.OutOfRange, $"\"{text}\" is out of range.", $"Write at least {ByteSize.Write(min)}.");
    }
}
