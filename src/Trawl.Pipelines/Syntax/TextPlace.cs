namespace Trawl.Pipelines.Syntax;

/// <summary>Line and column, both from 1; 0 and 0 where there is no text.</summary>
internal readonly record struct TextPlace(int Line, int Column);
