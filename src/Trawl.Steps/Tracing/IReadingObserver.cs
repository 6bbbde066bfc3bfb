using Trawl.Engine.Seams.Store;
using Trawl.Steps.Fields;
using Trawl.Steps.Records;
using Trawl.Steps.Rules;
using Trawl.Steps.Selecting;
using Trawl.Steps.Values;

namespace Trawl.Steps.Tracing;

/// <summary>
/// Is told what the readers of fields do, while they do it. Ordinary pages have none: the readers ask for it once a
/// step, and that is all it costs. Called on the page's thread; lists belong to the caller and are copied.
/// </summary>
internal interface IReadingObserver
{
    void RuleBegun(CompiledRule rule);

    void RecordBegun(CompiledExtract step, in Found scope);

    void RecordEnded(NewRecord record);

    void FieldBegun(CompiledField field, in Found scope, ProblemList problems);

    /// <summary>One of the field's selectors was asked and found so many.</summary>
    void Asked(int selector, int count);

    /// <summary>Values were taken from one find: those of the list from a place on.</summary>
    void Taken(in Found from, List<RawValue> values, int first);

    void Transforming(List<string> values);

    void Transformed(int transform, List<string> values);

    /// <summary>What a selector gave stands, for now: a later one may do better.</summary>
    void Chosen(int selector);

    /// <summary>A value was given its type; when it could not be, what was expected.</summary>
    void Converted(in RawValue raw, in FieldValue value, string? expected);

    void Defaulted(string text);

    void Written(in FieldValue value);

    /// <summary>An object of a field with fields below it begins.</summary>
    void ObjectBegun(in Found scope);

    void FieldEnded();
}
