using Trawl.Drift.Profiles;
using Trawl.Model.Plans;

namespace Trawl.Drift.Judging;

/// <summary>Looks for one kind of drift.</summary>
internal interface IDriftCheck
{
    IEnumerable<Finding> Find(RunProfile now, Baseline before, DriftPlan settings);
}
