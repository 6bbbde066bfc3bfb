using Trawl.Model.Plans;

namespace Trawl.Sdk.Sinks;

/// <summary>A field of a record type.</summary>
/// <param name="Name">Its name; any letters, so quote it.</param>
/// <param name="Type">The type of its value, or of each value of a list.</param>
/// <param name="Many">Whether it is a list.</param>
public sealed record SinkColumn(string Name, FieldType Type, bool Many);
