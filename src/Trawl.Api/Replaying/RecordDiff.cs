namespace Trawl.Api.Replaying;

/// <summary>A record that is not the same.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Key">Its key; for types without one the page's URL and its place there.</param>
/// <param name="Url">The page it comes from.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Fields">The fields that differ; of an added or removed record all of them.</param>
public sealed record RecordDiff(string Type, string Key, string Url, DiffKind Kind, IReadOnlyList<FieldDiff> Fields);
