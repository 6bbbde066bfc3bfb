using Trawl.Drift.Profiles;
using Trawl.Model.Drift;

namespace Trawl.Drift.Judging;

/// <summary>An earlier completed run of the same pipeline.</summary>
/// <param name="Profile">Its profile.</param>
/// <param name="Verdict">What was said of it.</param>
public sealed record EarlierRun(RunProfile Profile, DriftVerdict Verdict);
