namespace Trawl.Api.Graphs;

/// <summary>
/// A plan as a graph: from where it begins, over the frontier and the page rules, to record types and where they go. Which
/// rule a followed link will fit is known only when it is there, so links lead to the frontier, and the frontier to rules.
/// </summary>
/// <param name="Name">The pipeline's name.</param>
/// <param name="Nodes">The nodes, in the plan's order.</param>
/// <param name="Edges">The edges, in the plan's order.</param>
public sealed record PlanGraph(string Name, IReadOnlyList<PlanNode> Nodes, IReadOnlyList<PlanEdge> Edges);
