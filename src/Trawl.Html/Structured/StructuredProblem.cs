namespace Trawl.Html.Structured;

/// <summary>A block of structured data that could not be read.</summary>
/// <param name="Node">The element that holds it.</param>
/// <param name="Message">What is wrong with it.</param>
/// <param name="Line">Zero-based line inside the block where reading stopped; 0 when not known.</param>
/// <param name="Offset">Zero-based UTF-8 offset in that line; 0 when not known.</param>
public sealed record StructuredProblem(int Node, string Message, long Line, long Offset);
