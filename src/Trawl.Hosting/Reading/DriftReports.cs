using System.Text.Json;
using Trawl.Api.Drift;
using Trawl.Drift.Profiles;
using Trawl.Model.Drift;
using Trawl.Storage.Reading;

namespace Trawl.Hosting.Reading;

/// <summary>A run's profile and verdict as doors see them.</summary>
internal static class DriftReports
{
    public static DriftReport Of(RunReader reader)
    {
        var run = reader.ReadRun().Id.Value;
        if (reader.Profile() is not var (bytes, verdict))
        {
            return new DriftReport { RunId = run, Verdict = new DriftVerdict(DriftState.NotJudged, [], []) };
        }

        var profile = ProfileJson.ReadProfile(bytes);
        return new DriftReport
        {
            RunId = run,
            Verdict = ProfileJson.ReadVerdict(verdict),
            Requests = profile.Outcomes,
            Pages = profile.Pages,
            PagesWithoutRule = profile.PagesWithoutRule,
            Records = profile.Records.ToDictionary(r => r.Key, r => Of(r.Value)),
        };
    }

    private static DriftRecord Of(RecordProfile record) =>
        new(record.Kept, record.Invalid, record.Fields.ToDictionary(f => f.Key, f => Of(f.Value)));

    private static DriftField Of(FieldProfile field) => new(
        field.Total, field.Present,
        field.Classes.ToDictionary(c => JsonNamingPolicy.CamelCase.ConvertName(c.Key.ToString()), c => c.Value.Count),
        field.Common, field.CommonCount);
}
