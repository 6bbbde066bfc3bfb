using Trawl.Api.Errors;
using Trawl.Api.Runs;
using Trawl.Engine.Running;
using Trawl.Engine.Seams.Store;
using Trawl.Recording.Archives;

namespace Trawl.Hosting.Running;

/// <summary>One engine's work on one run, from opening its store to the last picture.</summary>
internal sealed class RunExecution(RunParts parts, ActiveRun active, HeaderSecrets secrets, bool cancel)
{
    /// <summary>Runs; whatever happens is in the last picture.</summary>
    public async Task<RunSnapshot> RunAsync()
    {
        try
        {
            if (!cancel)
            {
                Prepare();
            }

            await using var store = parts.Open(active.RunId);
            var engine = new RunEngine(parts.Engine(active.RunId, store, secrets, OnProgress, out var owned));
            using (owned)
            {
                active.Cancel = engine.RequestCancel;
                if (cancel)
                {
                    engine.RequestCancel();
                }

                return Snapshots.Of(active.RunId, await engine.RunAsync(active.StopGracefully, active.StopNow));
            }
        }
        catch (OperationCanceledException) when (active.StopNow.IsCancellationRequested || active.StopGracefully.IsCancellationRequested)
        {
            return active.Latest with { IsLast = true, Reason = "The run was stopped before it began; resume goes on." };
        }
        catch (Exception error)
        {
            return active.Latest with { IsLast = true, Error = Explain(error) };
        }
    }

    private void Prepare()
    {
        var isCancelled = false;
        var stop = CancellationTokenSource.CreateLinkedTokenSource(active.StopGracefully, active.StopNow);
        active.Cancel = () =>
        {
            isCancelled = true;
            stop.Cancel();
        };
        var before = active.Latest;
        try
        {
            parts.Prepare(
                active.RunId,
                p => active.Publish(before with { Preparation = new PreparationSnapshot(p.Done, p.Total, p.Records) }),
                stop.Token);
        }
        catch (OperationCanceledException) when (isCancelled)
        {
            // The wish is on the disk: the engine finds it there and ends the run.
        }

        active.Cancel = static () => { };
    }

    private void OnProgress(RunProgress progress) => active.Publish(Snapshots.Of(active.RunId, progress));

    private static ApiError Explain(Exception error) => error switch
    {
        RunStoreException or IOException or UnauthorizedAccessException => DiskErrors.Of(error),
        RunFencedException => new ApiError(ApiErrorKind.Conflict, error.Message, "Another engine goes on with the run."),
        ArchiveUnusableException archive => new ApiError(ApiErrorKind.InvalidRequest, archive.Message, archive.WayOut),
        ArgumentException => new ApiError(ApiErrorKind.InvalidRequest, error.Message),
        _ => new ApiError(ApiErrorKind.Internal, error.ToString()),
    };
}
