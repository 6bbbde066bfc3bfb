namespace Trawl.Html.Selectors.Matching;

/// <summary>A program's names that only this document knows, by their ids here.</summary>
internal readonly record struct ResolvedNames((int Id, ulong Mask)[]? Types, (int Id, ulong Mask)[]? Attributes);
