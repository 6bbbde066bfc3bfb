using Trawl.Model.Plans;

namespace Trawl.Steps.Tracing;

/// <summary>What one transform did.</summary>
/// <param name="Transform">The transform.</param>
/// <param name="Before">The values it was given.</param>
/// <param name="After">The values it left.</param>
public sealed record TransformTrace(TransformPlan Transform, IReadOnlyList<string> Before, IReadOnlyList<string> After);
