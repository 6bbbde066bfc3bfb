using Trawl.Engine.Seams.Outputs;
using Trawl.Model.Plans;

namespace Trawl.Hosting.Running;

/// <summary>Several looks at a run's end, one after the other.</summary>
internal sealed class RunReviews(params IReadOnlyList<IRunReview> reviews) : IRunReview
{
    public async ValueTask<IReadOnlyList<RunFinding>> ReviewAsync(PipelinePlan plan, CancellationToken cancellationToken)
    {
        var findings = new List<RunFinding>();
        foreach (var review in reviews)
        {
            findings.AddRange(await review.ReviewAsync(plan, cancellationToken));
        }

        return findings;
    }
}
