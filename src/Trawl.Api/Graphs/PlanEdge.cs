namespace Trawl.Api.Graphs;

/// <summary>What goes from one part of a plan to another.</summary>
/// <param name="From">The node it leaves.</param>
/// <param name="To">The node it enters.</param>
/// <param name="Kind"><c>requests</c>, <c>pages</c>, <c>links</c> or <c>records</c>.</param>
/// <param name="Label">By what: a selector, a URL pattern; null when there is nothing to say.</param>
public sealed record PlanEdge(string From, string To, string Kind, string? Label = null);
