using System.Globalization;
using ModelContextProtocol;
using Trawl.Api.Runs;
using Trawl.Mcp.Calling;

namespace Trawl.Mcp.Runs;

/// <summary>Waits for a run and tells how far it is. Whoever stops waiting leaves the run as it is.</summary>
internal static class RunWaiting
{
    /// <summary>Returns when no engine works on the run any more, or when the time is up.</summary>
    public static async Task WaitAsync(ToolCall call, string runId, int seconds)
    {
        if (seconds <= 0 || call.IsTask)
        {
            return;
        }

        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(seconds), call.Door.Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(time.Token, call.Cancel);
        try
        {
            await FollowAsync(call, runId, either.Token);
        }
        catch (OperationCanceledException) when (!call.Cancel.IsCancellationRequested)
        {
            // The time is up; the answer says how far it is.
        }
    }

    private static async Task FollowAsync(ToolCall call, string runId, CancellationToken either)
    {
        var told = -1L;
        await foreach (var snapshot in call.Client.FollowRunAsync(new FollowRunRequest(runId), either))
        {
            // Progress must grow with every notification.
            if (call.Progress is { } tell && snapshot.Requests.Settled > told)
            {
                told = snapshot.Requests.Settled;
                await tell(Of(snapshot));
            }

            if (snapshot.IsLast)
            {
                return;
            }
        }
    }

    private static ProgressNotificationValue Of(RunSnapshot run) => new()
    {
        Progress = run.Requests.Settled,
        Total = run.Requests.Settled + run.Requests.Queued + run.Requests.InFlight,
        Message = string.Create(CultureInfo.InvariantCulture, $"{run.Requests.Done:N0} pages, {run.Records:N0} records, {run.Requests.Failed:N0} failed"),
    };
}
