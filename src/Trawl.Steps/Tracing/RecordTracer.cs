using Trawl.Engine.Seams.Store;
using Trawl.Steps.Content;
using Trawl.Steps.Fields;
using Trawl.Steps.Records;
using Trawl.Steps.Rules;
using Trawl.Steps.Selecting;
using Trawl.Steps.Values;

namespace Trawl.Steps.Tracing;

/// <summary>Notes how one record of a page is read; the others pass by.</summary>
/// <param name="page">The page.</param>
/// <param name="wanted">The record's place among those of the page.</param>
internal sealed class RecordTracer(PageView page, int wanted) : IReadingObserver
{
    private readonly Stack<FieldDraft> _open = new();
    private readonly SourcePlaces _places = new(page);
    private string _rule = "";
    private int _next;
    private CompiledExtract? _step;
    private NodePlace? _scope;
    private List<FieldTrace> _fields = [];

    /// <summary>The record's trace; null when the page did not give that many.</summary>
    public RecordTrace? Trace { get; private set; }

    private bool IsWanted => _step is not null;

    public void RuleBegun(CompiledRule rule) => _rule = rule.Name;

    public void RecordBegun(CompiledExtract step, in Found scope)
    {
        if (_next++ != wanted) return;
        _step = step;
        _scope = _places.Of(scope);
        _fields = [];
    }

    public void RecordEnded(NewRecord record)
    {
        if (!IsWanted) return;
        Trace = new RecordTrace(_rule, _step!.Each?.Spec, _scope, record, _fields);
        _step = null;
    }

    public void FieldBegun(CompiledField field, in Found scope, ProblemList problems)
    {
        if (IsWanted) _open.Push(new FieldDraft(field, _open.TryPeek(out var above) ? above : null, problems));
    }

    public void Asked(int selector, int count)
    {
        if (IsWanted) _open.Peek().Asked(selector, count);
    }

    public void Taken(in Found from, List<RawValue> values, int first)
    {
        if (!IsWanted) return;
        var place = _open.Peek().ReadsPage ? _places.Of(from) : null;
        for (var i = first; i < values.Count; i++) _open.Peek().Taken(new TakenValue(values[i].Text, place));
    }

    public void Transforming(List<string> values)
    {
        if (IsWanted) _open.Peek().Transforming(values);
    }

    public void Transformed(int transform, List<string> values)
    {
        if (IsWanted) _open.Peek().Transformed(transform, values);
    }

    public void Chosen(int selector)
    {
        if (IsWanted) _open.Peek().Chosen(selector);
    }

    public void Converted(in RawValue raw, in FieldValue value, string? expected)
    {
        if (IsWanted) _open.Peek().Converted(raw, value, expected);
    }

    public void Defaulted(string text)
    {
        if (IsWanted) _open.Peek().Defaulted(text);
    }

    public void Written(in FieldValue value)
    {
        if (IsWanted) _open.Peek().Written(value);
    }

    public void ObjectBegun(in Found scope)
    {
        if (IsWanted) _open.Peek().ObjectBegun(_places.Of(scope));
    }

    public void FieldEnded()
    {
        if (!IsWanted) return;
        var ended = _open.Pop().End();
        if (_open.TryPeek(out var above)) above.Below(ended);
        else _fields.Add(ended);
    }
}
