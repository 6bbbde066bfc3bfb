using Trawl.Drift.Building;
using Trawl.Drift.Profiles;
using Trawl.Model.Plans;
using Trawl.Storage.Reading;

namespace Trawl.Hosting.Drifting;

/// <summary>Makes a run's profile from its store.</summary>
internal static class RunProfiling
{
    public static RunProfile Read(RunReader reader, PipelinePlan plan, string runId, CancellationToken cancellationToken)
    {
        var builder = new ProfileBuilder(plan);
        reader.VisitRecords(builder.AddRecord, cancellationToken);
        foreach (var count in reader.RecordCounts())
        {
            builder.AddDropped(count.Type, count.Dropped);
        }

        foreach (var (rules, count) in reader.PagesByRules())
        {
            builder.AddPages(rules, count);
        }

        foreach (var (status, count) in reader.Statuses())
        {
            builder.AddOutcomes(status, count);
        }

        return builder.Build(runId);
    }
}
