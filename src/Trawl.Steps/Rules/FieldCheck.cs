using System.Globalization;
using System.Text.RegularExpressions;
using Trawl.Model.Plans;
using Trawl.Steps.Transforms;
using Trawl.Steps.Values;

namespace Trawl.Steps.Rules;

/// <summary>What one field's values must be.</summary>
internal sealed class FieldCheck
{
    private readonly FieldRules _rules;
    private readonly decimal? _min;
    private readonly decimal? _max;
    private readonly Regex? _pattern;
    private readonly HashSet<string>? _oneOf;
    private readonly bool _many;

    public FieldCheck(FieldPlan field, IValueConverter converter)
    {
        _rules = field.Rules;
        _many = field.Many;
        _min = Bound(_rules.Min, converter, field.Type);
        _max = Bound(_rules.Max, converter, field.Type);
        _pattern = _rules.Pattern is null ? null : Patterns.Compile(_rules.Pattern);
        _oneOf = _rules.OneOf.Count == 0 ? null : [.. _rules.OneOf.Select(text => Canonical(text, converter, field.Type))];
        IsEmpty = !_rules.Required && _rules.MinLength is null && _rules.MaxLength is null
            && _min is null && _max is null && _pattern is null && _oneOf is null;
    }

    /// <summary>Whether there is nothing to check.</summary>
    public bool IsEmpty { get; }

    public bool Unique => _rules.Unique;

    /// <summary>A single value, or one of a list.</summary>
    public void CheckValue(string field, in FieldValue value, ProblemList problems)
    {
        if (value.IsNull) return;
        if (_min is { } min && value.Number < min)
            problems.Add(field, "min", $"{Shown(value)} is less than {_rules.Min}.");
        if (_max is { } max && value.Number > max)
            problems.Add(field, "max", $"{Shown(value)} is more than {_rules.Max}.");
        if (!_many) CheckLength(field, value.AsText().Length, "characters", problems);
        if (_pattern is not null && !_pattern.IsMatch(value.AsText()))
            problems.Add(field, "pattern", $"{Shown(value)} does not match {_rules.Pattern}.");
        if (_oneOf is not null && !_oneOf.Contains(value.AsText()))
            problems.Add(field, "oneOf", $"{Shown(value)} is none of {string.Join(", ", _rules.OneOf)}.");
    }

    public void CheckCount(string field, int count, ProblemList problems)
    {
        if (_rules.Required && count == 0) problems.Add(field, "required", "The list is empty, and at least one value is required.");
        CheckLength(field, count, "values", problems);
    }

    /// <summary>An empty text is no value: a required heading that is there and says nothing is missing.</summary>
    public void CheckPresent(string field, bool isPresent, ProblemList problems)
    {
        if (_rules.Required && !isPresent) problems.Add(field, "required", "Nothing was found, and a value is required.");
    }

    private void CheckLength(string field, int length, string unit, ProblemList problems)
    {
        if (length < _rules.MinLength)
            problems.Add(field, "minLength", Invariant($"There are {length} {unit}, fewer than {_rules.MinLength}."));
        if (length > _rules.MaxLength)
            problems.Add(field, "maxLength", Invariant($"There are {length} {unit}, more than {_rules.MaxLength}."));
    }

    private static decimal? Bound(string? text, IValueConverter converter, FieldType type)
    {
        if (text is null || type is not (FieldType.Integer or FieldType.Decimal or FieldType.Date or FieldType.DateTime)) return null;
        return TryInvariant(text, converter, type, out var value) ? value.Number : null;
    }

    private static string Canonical(string text, IValueConverter converter, FieldType type) =>
        TryInvariant(text, converter, type, out var value) ? value.AsText() : text;

    // Rules are written in the pipeline, not on the page: numbers in them are plain ones, dates ISO 8601 or in the field's formats.
    private static bool TryInvariant(string text, IValueConverter converter, FieldType type, out FieldValue value)
    {
        var isNumber = type is FieldType.Integer or FieldType.Decimal;
        var context = new ConvertContext(RuleBase.Url, 1);
        if (converter.TryConvert(new RawValue(text, isNumber), context, out value)) return true;
        return RuleBase.TryIso(text, type, out value);
    }

    private static string Shown(in FieldValue value) => ProblemList.Quote(value.AsText());

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
