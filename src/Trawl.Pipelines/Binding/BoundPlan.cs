using Trawl.Model.Plans;

namespace Trawl.Pipelines.Binding;

/// <summary>A plan that is not yet known to make sense, and where its parts were written.</summary>
internal sealed record BoundPlan(PipelinePlan Plan, PlanPlaces Places, BoundPlugins Plugins);
