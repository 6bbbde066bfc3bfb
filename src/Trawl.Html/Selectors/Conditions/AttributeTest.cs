using System.Collections.Frozen;
using Trawl.Html.Dom;
using Trawl.Html.Selectors.Matching;

namespace Trawl.Html.Selectors.Conditions;

/// <summary>One attribute condition, such as <c>[href^="http"]</c>.</summary>
internal sealed class AttributeTest : SimpleTest
{
    // HTML standard, "Case-sensitivity of selectors".
    private static readonly FrozenSet<string> s_caseless = FrozenSet.Create(
        "accept", "accept-charset", "align", "alink", "axis", "bgcolor", "charset", "checked", "clear", "codetype",
        "color", "compact", "declare", "defer", "dir", "direction", "disabled", "enctype", "face", "frame", "hreflang",
        "http-equiv", "lang", "language", "link", "media", "method", "multiple", "nohref", "noresize", "noshade",
        "nowrap", "readonly", "rel", "rev", "rules", "scope", "scrolling", "selected", "shape", "target", "text",
        "type", "valign", "valuetype", "vlink");

    private readonly SelectorName _lower;
    private readonly SelectorName _exact;
    private readonly AttributeOperator _how;
    private readonly string _value;
    private readonly AttributeCase _case;

    public AttributeTest(string name, AttributeOperator how, string value, AttributeCase sensitivity)
    {
        var lower = string.Create(name.Length, name, static (into, from) =>
        {
            for (var i = 0; i < into.Length; i++) into[i] = Words.Lower(from[i]);
        });
        _lower = new SelectorName(lower);
        _exact = lower == name ? _lower : new SelectorName(name);
        (_how, _value) = (how, value);
        _case = sensitivity == AttributeCase.ByAttribute && !s_caseless.Contains(lower) ? AttributeCase.Exact : sensitivity;
    }

    public override SelectorName? RequiredAttribute => ReferenceEquals(_lower, _exact) ? _lower : null;

    public override bool OnlyExistence => _how == AttributeOperator.Exists && RequiredAttribute is not null;

    public override bool Matches(MatchRun run, int element)
    {
        var name = !ReferenceEquals(_lower, _exact) && !IsHtml(run, element) ? _exact : _lower;
        if (!run.Document.TryGetAttribute(element, run.Id(name), out var value)) return false;
        if (_how == AttributeOperator.Exists) return true;
        var ignore = _case == AttributeCase.Ignore || (_case == AttributeCase.ByAttribute && IsHtml(run, element));
        return Compare(value, ignore);
    }

    private static bool IsHtml(MatchRun run, int element) => run.Document.Namespace(element) == ElementNamespace.Html;

    private bool Compare(ReadOnlySpan<char> value, bool ignore) => _how switch
    {
        AttributeOperator.Equal => Words.Same(value, _value, ignore),
        AttributeOperator.HasWord => IsWord(_value) && Words.Contains(value, _value, ignore),
        AttributeOperator.DashMatch => Starts(value, ignore) && (value.Length == _value.Length || value[_value.Length] == '-'),
        AttributeOperator.StartsWith => _value.Length > 0 && Starts(value, ignore),
        AttributeOperator.EndsWith => _value.Length > 0 && value.Length >= _value.Length
            && Words.Same(value[^_value.Length..], _value, ignore),
        AttributeOperator.Contains => _value.Length > 0 && Contains(value, ignore),
        _ => true,
    };

    private bool Starts(ReadOnlySpan<char> value, bool ignore) =>
        value.Length >= _value.Length && Words.Same(value[.._value.Length], _value, ignore);

    private bool Contains(ReadOnlySpan<char> value, bool ignore) =>
        value.Contains(_value, ignore ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private static bool IsWord(string value) => value.Length > 0 && value.AsSpan().IndexOfAny(" \t\n\f\r") < 0;
}
