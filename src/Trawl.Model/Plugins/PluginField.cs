using Trawl.Model.Plans;

namespace Trawl.Model.Plugins;

/// <summary>A field that a plugin writes.</summary>
/// <param name="Name">Its name in the record.</param>
/// <param name="Type">The type of its value, or of each value of a list.</param>
/// <param name="Many">Whether it is a list.</param>
public sealed record PluginField(string Name, FieldType Type, bool Many);
