using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Trawl.Api.Errors;
using Trawl.Api.Runs;
using Trawl.Hosting.Running;
using Trawl.Hosting.Wire;

namespace Trawl.Hosting;

public sealed partial class LocalTrawlClient
{
    /// <summary>How long an owner may stay silent, its last work on closing included.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    /// <summary>Grows from the one to the other: a hundred who wait must not keep the one who works from working.</summary>
    private static readonly TimeSpan s_firstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMilliseconds(640);

    /// <summary>Runs this client asked for, with what their headers need: it goes on with them when their engine dies.</summary>
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> _mine = [];

    /// <inheritdoc/>
    public async Task<ApiResult<StartRunResponse>> StartRunAsync(StartRunRequest request, CancellationToken cancellationToken)
    {
        if (!(await ReadAsync(() => Resolve(request), cancellationToken)).TryGet(out var resolved, out var refused)
            || !_preparation.Prepare(resolved).TryGet(out var run, out refused))
        {
            return refused;
        }

        var wire = new StartRunRequest
        {
            Plan = run.Plan,
            Environment = run.Secrets.Needed(run.Plan),
            // A call that broke off is made again, and must not start a second run.
            IdempotencyKey = request.IdempotencyKey ?? Guid.NewGuid().ToString("N"),
        };
        var mayHaveStarted = false;
        var started = await AskAsync(
            desk => desk.StartAsync(
                run.Plan, run.Source, mayHaveStarted ? wire.IdempotencyKey : request.IdempotencyKey, run.Secrets, cancellationToken),
            caller =>
            {
                mayHaveStarted = true;
                return caller.CallAsync(WireMethods.Start, wire, cancellationToken);
            },
            cancellationToken);
        if (!started.TryGet(out var response, out var error))
        {
            return error;
        }

        _mine[response.RunId] = wire.Environment;
        return response with { Warnings = run.Warnings };
    }

    /// <inheritdoc/>
    public async Task<ApiResult<ResumeRunResponse>> ResumeRunAsync(ResumeRunRequest request, CancellationToken cancellationToken)
    {
        var environment = request.Environment ?? NeededBy(request.RunId);
        var result = await AskAsync(
            desk => Task.FromResult(desk.Resume(request.RunId, new HeaderSecrets(environment, _seal))),
            caller => caller.CallAsync(WireMethods.Resume, request with { Environment = environment }, cancellationToken),
            cancellationToken);
        if (result.Error is null)
        {
            _mine[request.RunId] = environment;
        }

        return result;
    }

    /// <inheritdoc/>
    public Task<ApiResult<RunChange>> StopRunAsync(StopRunRequest request, CancellationToken cancellationToken)
    {
        _mine.TryRemove(request.RunId, out _);
        return AskAsync(
            desk => Task.FromResult(desk.Stop(request)),
            caller => caller.CallAsync(WireMethods.Stop, request, cancellationToken),
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ApiResult<RunChange>> CancelRunAsync(CancelRunRequest request, CancellationToken cancellationToken) =>
        AskAsync(
            desk => Task.FromResult(desk.Cancel(request.RunId, new HeaderSecrets(_variables, _seal))),
            caller => caller.CallAsync(WireMethods.Cancel, request, cancellationToken),
            cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<RunSnapshot> FollowRunAsync(
        FollowRunRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var source = FollowOnceAsync(request, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (await NextAsync(source) is { } snapshot)
            {
                yield return snapshot;
                if (snapshot.IsLast)
                {
                    yield break;
                }
            }

            if (await GoOnAsync(request.RunId, cancellationToken) is { } last)
            {
                yield return last;
                yield break;
            }
        }
    }

    /// <summary>The next picture; null when the engine went away without a last one.</summary>
    private static async Task<RunSnapshot?> NextAsync(IAsyncEnumerator<RunSnapshot> source)
    {
        try
        {
            return await source.MoveNextAsync() ? source.Current : null;
        }
        catch (EngineGoneException)
        {
            return null;
        }
    }

    private async IAsyncEnumerable<RunSnapshot> FollowOnceAsync(
        FollowRunRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (own, other) = await _seat.FindAsync(this, cancellationToken);
        if (own is not null)
        {
            var active = own.Find(request.RunId);
            await foreach (var snapshot in active?.FollowAsync(cancellationToken)
                ?? One(own.LastWords(request.RunId) ?? _library.Last(request.RunId)))
            {
                yield return snapshot;
            }

            yield break;
        }

        await foreach (var snapshot in (other ?? throw new EngineGoneException("Nobody listens yet."))
            .FollowAsync(request, cancellationToken))
        {
            yield return snapshot;
        }
    }

    private static async IAsyncEnumerable<RunSnapshot> One(RunSnapshot snapshot)
    {
        await Task.CompletedTask;
        yield return snapshot;
    }

    /// <summary>
    /// The engine is gone: sets the next one to work on a run of ours. Answers the last picture when there is nothing
    /// more to follow.
    /// </summary>
    private async Task<RunSnapshot?> GoOnAsync(string runId, CancellationToken cancellationToken)
    {
        if (!_mine.TryGetValue(runId, out var environment))
        {
            return _library.Last(runId);
        }

        var resumed = await ResumeRunAsync(new ResumeRunRequest(runId, environment), cancellationToken);
        return resumed.TryGet(out var response, out var error)
            ? RunStates.IsFinal(response.State) ? _library.Last(runId) : null
            : _library.Last(runId) with { Error = error };
    }

    private IReadOnlyDictionary<string, string> NeededBy(string runId)
    {
        try
        {
            return new HeaderSecrets(_variables, _seal).Needed(_library.ReadPlan(runId));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or Engine.Seams.Store.RunStoreException)
        {
            // The engine says what is wrong with the run.
            return new Dictionary<string, string>();
        }
    }

    /// <summary>Asks the engine, whoever it is by now, until one has answered or patience ends.</summary>
    private async Task<ApiResult<T>> AskAsync<T>(
        Func<EngineDesk, Task<ApiResult<T>>> ours, Func<WireCaller, Task<ApiResult<T>>> other, CancellationToken cancellationToken)
        where T : class
    {
        var began = _clock.GetTimestamp();
        for (var pause = s_firstPause; ; pause = pause < s_longestPause ? pause * 2 : pause)
        {
            try
            {
                var (desk, caller) = await _seat.FindAsync(this, cancellationToken);
                if (desk is not null)
                {
                    return await ours(desk);
                }

                if (caller is not null && await other(caller) is var answer && answer.Error?.Kind != ApiErrorKind.Unavailable)
                {
                    return answer;
                }
            }
            catch (EngineGoneException)
            {
                // Dead, closing, or not listening yet: the lock says which, at the next turn.
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or SocketException
                or Engine.Seams.Store.RunStoreException)
            {
                return DiskErrors.Of(error);
            }

            if (_clock.GetElapsedTime(began) > s_patience)
            {
                return _seat.NotAnswering();
            }

            await Task.Delay(pause, _clock, cancellationToken);
        }
    }
}
