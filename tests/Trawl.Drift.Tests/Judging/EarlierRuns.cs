using Trawl.Drift.Judging;
using Trawl.Drift.Profiles;
using Trawl.Model.Drift;

namespace Trawl.Drift.Tests.Judging;

internal static class EarlierRuns
{
    /// <summary>A run of which nothing bad was said.</summary>
    public static EarlierRun AsEarlier(this RunProfile profile) => new(profile, new DriftVerdict(DriftState.None, [], []));
}
