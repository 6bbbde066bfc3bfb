using Trawl.Api;
using Trawl.Api.Errors;
using Trawl.Api.Runs;
using Trawl.Model.Plans;

namespace Trawl.Hosting;

/// <summary>What programs do most, in one call.</summary>
public static class TrawlClientExtensions
{
    /// <summary>Runs a plan to its end and answers with what it came to.</summary>
    /// <param name="client">The client.</param>
    /// <param name="plan">The plan, from YAML or made in C#.</param>
    /// <param name="progress">Told of progress a few times a second; null for nobody.</param>
    /// <param name="cancellationToken">Stops the run so that it can be resumed, and waits until it has.</param>
    /// <exception cref="TrawlException">The run could not be started, or its engine had to leave it.</exception>
    public static async Task<RunDetails> RunAsync(
        this ITrawlClient client,
        PipelinePlan plan,
        IProgress<RunSnapshot>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        var started = (await client.StartRunAsync(new StartRunRequest { Plan = plan }, cancellationToken)).Value;
        using var stop = cancellationToken.Register(
            () => _ = client.StopRunAsync(new StopRunRequest(started.RunId), CancellationToken.None));
        await foreach (var snapshot in client.FollowRunAsync(new FollowRunRequest(started.RunId), CancellationToken.None))
        {
            progress?.Report(snapshot);
            if (snapshot.Error is { } error)
            {
                throw new TrawlException(error);
            }
        }

        return (await client.ShowRunAsync(new ShowRunRequest(started.RunId), CancellationToken.None)).Value;
    }
}
