using Trawl.Engine.Seams.Store;
using Trawl.Model.Plans;

namespace Trawl.Steps.Tracing;

/// <summary>How a record came about.</summary>
/// <param name="Rule">The page rule that extracts it.</param>
/// <param name="Each">The selector of the elements or values that are a record each; null when the page is one.</param>
/// <param name="Scope">The element or value the record was read from; null for the page as a whole.</param>
/// <param name="Record">The record, as it would be stored.</param>
/// <param name="Fields">Its fields, in plan order.</param>
public sealed record RecordTrace(
    string Rule,
    SelectorSpec? Each,
    NodePlace? Scope,
    NewRecord Record,
    IReadOnlyList<FieldTrace> Fields);
