using System.Globalization;
using Trawl.Model.Plans;
using Trawl.Steps.Fields;
using Trawl.Steps.Rules;
using Trawl.Steps.Values;

namespace Trawl.Steps.Tracing;

/// <summary>A field's trace while the field is read.</summary>
internal sealed class FieldDraft(CompiledField compiled, FieldDraft? above, ProblemList problems)
{
    /// <summary>People look at a few values; a page may hold a hundred thousand.</summary>
    private const int Most = 1000;

    private readonly int _firstProblem = problems.Count;
    private readonly List<SelectorDraft> _asked = [];
    private readonly List<ConversionTrace> _conversions = [];
    private readonly List<string> _values = [];
    private readonly List<FieldTrace> _below = [];
    private string? _default;
    private int _objects;

    public bool ReadsPage => compiled.Plan.Source == FieldSource.Selectors;

    private string Path => above is null ? compiled.Plan.Name : $"{above.Path}{above.Index}.{compiled.Plan.Name}";

    private string Index => compiled.Plan.Many ? $"[{(_objects - 1).ToString(CultureInfo.InvariantCulture)}]" : "";

    public void Asked(int selector, int count) =>
        _asked.Add(new SelectorDraft(compiled.Selectors[selector].Spec, selector) { Count = count });

    public void Taken(TakenValue value) => Add(Current.Taken, value);

    public void Transforming(List<string> values) => Current.Before = Some(values);

    public void Transformed(int transform, List<string> values) =>
        Current.Transforms.Add(new TransformTrace(compiled.Plan.Transforms[transform], Current.Before, Some(values)));

    public void Chosen(int selector)
    {
        foreach (var asked in _asked) asked.Chosen = asked.Index == selector;
    }

    public void Converted(in RawValue raw, in FieldValue value, string? expected) =>
        Add(_conversions, new ConversionTrace(raw.Text, expected is null ? value.AsJson() : null, expected));

    public void Defaulted(string text) => _default = text;

    public void Written(in FieldValue value) => Add(_values, value.AsJson());

    public void ObjectBegun(NodePlace? place)
    {
        _objects++;
        if (place is not null && compiled.Selectors.Length > 0) Add(Current.Taken, new TakenValue("", place));
    }

    public void Below(FieldTrace ended) => Add(_below, ended);

    public FieldTrace End() => new()
    {
        Path = Path,
        Field = compiled.Plan,
        Selectors = [.. _asked.Select(asked => asked.End())],
        Conversions = _conversions,
        Default = _default,
        Values = _values,
        Problems = problems.After(_firstProblem),
        Fields = _below,
    };

    /// <summary>The selector at work; for a field without any, one that stands for that.</summary>
    private SelectorDraft Current
    {
        get
        {
            if (_asked.Count == 0) _asked.Add(new SelectorDraft(null, -1) { Count = 1, Chosen = true });
            return _asked[^1];
        }
    }

    private static List<string> Some(List<string> values) => values.Count <= Most ? [.. values] : values[..Most];

    private static void Add<T>(List<T> list, T item)
    {
        if (list.Count < Most) list.Add(item);
    }
}
