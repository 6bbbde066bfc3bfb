using Trawl.Drift.Profiles;
using Trawl.Model.Drift;
using Trawl.Storage.Reading;

namespace Trawl.Hosting.Reading;

/// <summary>What was said of a run when it was compared with earlier ones.</summary>
internal static class DriftView
{
    public static DriftVerdict Of(RunReader reader) => reader.Profile() is var (_, verdict)
        ? ProfileJson.ReadVerdict(verdict)
        : new DriftVerdict(DriftState.NotJudged, [], []);
}
