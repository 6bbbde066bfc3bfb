namespace Trawl.Api.Graphs;

/// <summary>A part of a plan.</summary>
/// <param name="Id">Names it in the graph; the same for the same plan.</param>
/// <param name="Kind"><c>start</c>, <c>frontier</c>, <c>parse</c>, <c>rule</c>, <c>record</c>, <c>output</c> or <c>sink</c>.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Details">What else is known of it, a line each.</param>
public sealed record PlanNode(string Id, string Kind, string Title, IReadOnlyList<string> Details);
