using System.Runtime.CompilerServices;
using System.Text.Json;
using Trawl.Api.Errors;
using Trawl.Api.Runs;
using Trawl.Api.Serialization;
using Trawl.Remote.Bodies;

namespace Trawl.Remote;

public sealed partial class RemoteTrawlClient
{
    /// <inheritdoc/>
    public Task<ApiResult<StartRunResponse>> StartRunAsync(StartRunRequest request, CancellationToken cancellationToken) =>
        _calls.PostAsync<StartRunRequest, StartRunResponse>(
            new Query("runs"), request with { Pipeline = request.Pipeline?.With(_variables) }, cancellationToken, request.IdempotencyKey);

    /// <inheritdoc/>
    public Task<ApiResult<ResumeRunResponse>> ResumeRunAsync(ResumeRunRequest request, CancellationToken cancellationToken) =>
        _calls.PostAsync<ResumeBody, ResumeRunResponse>(
            new Query("runs", request.RunId, "resume"), new ResumeBody(request.Environment), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<RunChange>> StopRunAsync(StopRunRequest request, CancellationToken cancellationToken) =>
        _calls.PostAsync<StopBody, RunChange>(
            new Query("runs", request.RunId, "stop"), new StopBody(request.AtOnce, request.WithinSeconds), cancellationToken);

    /// <inheritdoc/>
    public Task<ApiResult<RunChange>> CancelRunAsync(CancelRunRequest request, CancellationToken cancellationToken) =>
        _calls.SendAsync<RunChange>(
            new HttpRequestMessage(HttpMethod.Post, new Query("runs", request.RunId, "cancel").ToString()),
            async response => ServerEvents.Parse(
                await response.Content.ReadAsStringAsync(cancellationToken), ApiJson.Default.RunChange),
            cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<RunSnapshot> FollowRunAsync(
        FollowRunRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var snapshots = System.Threading.Channels.Channel.CreateUnbounded<RunSnapshot>();
        var reading = ReadAsync(request.RunId, snapshots.Writer, cancellationToken);
        await foreach (var snapshot in snapshots.Reader.ReadAllAsync(cancellationToken))
        {
            yield return snapshot;
        }

        if (await reading is { } last)
        {
            yield return last;
        }
    }

    /// <summary>Reads pictures until the last; answers one that says why, when the last did not come.</summary>
    private async Task<RunSnapshot?> ReadAsync(
        string runId, System.Threading.Channels.ChannelWriter<RunSnapshot> writer, CancellationToken cancellationToken)
    {
        RunSnapshot? last = null;
        try
        {
            var request = new HttpRequestMessage(HttpMethod.Get, new Query("runs", runId, "follow").ToString());
            ServerEvents.Accept(request);
            var ended = await _calls.SendAsync<RunSnapshot>(
                request,
                async response =>
                {
                    await foreach (var (_, data) in ServerEvents.ReadAsync(response, cancellationToken))
                    {
                        last = ServerEvents.Parse(data, ApiJson.Default.RunSnapshot);
                        writer.TryWrite(last);
                    }

                    return last is { IsLast: true } ? last : throw new IOException("it hung up while the run was followed.");
                },
                cancellationToken);
            return ended.Error is { } error ? Broken(runId, last, error) : null;
        }
        finally
        {
            writer.Complete();
        }
    }

    private static RunSnapshot Broken(string runId, RunSnapshot? last, ApiError error) =>
        (last ?? new RunSnapshot { RunId = runId, State = default, Requests = new RequestCounts(0, 0, 0, 0, 0) }) with { IsLast = true, Error = error };
}
