using Trawl.Api.Errors;
using Trawl.Api.Runs;
using Trawl.Engine.Seams.Store;
using Trawl.Governor;
using Trawl.Hosting.Reading;
using Trawl.Hosting.Rendering;
using Trawl.Model.Ids;
using Trawl.Model.Plans;
using Trawl.Model.Runs;

namespace Trawl.Hosting.Running;

/// <summary>
/// The one place where runs are executed in a home; exists only while this process holds the home's lock. However many
/// ask for a run at once, one engine works on it.
/// </summary>
internal sealed class EngineDesk(
    RunParts parts, RunBrowsers browsers, RunLibrary library, StartKeys keys, ResourceGovernor governor, TimeProvider clock)
{
    private static readonly ApiError s_closing = new(ApiErrorKind.Unavailable, "The engine is closing.");

    private readonly SemaphoreSlim _starting = new(1, 1);
    private readonly Dictionary<string, ActiveRun> _active = [];
    private readonly Dictionary<string, RunSnapshot> _lastWords = [];
    private bool _isClosing;

    /// <summary>Runs that are executed here now.</summary>
    public int ActiveCount
    {
        get
        {
            lock (_active)
            {
                return _active.Count;
            }
        }
    }

    public async Task<ApiResult<StartRunResponse>> StartAsync(
        PipelinePlan plan, string? source, string? key, HeaderSecrets secrets, CancellationToken cancellationToken)
    {
        if ((secrets.Check(plan) ?? browsers.Check(plan)) is { } missing)
        {
            return missing;
        }

        await _starting.WaitAsync(cancellationToken);
        try
        {
            return await StartOneAsync(plan, source, key, secrets);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or RunStoreException)
        {
            return DiskErrors.Of(error);
        }
        finally
        {
            _starting.Release();
        }
    }

    public ApiResult<ResumeRunResponse> Resume(string runId, HeaderSecrets secrets)
    {
        if (library.Find(runId).TryGet(out var run, out var error))
        {
            return Resume(run, secrets, cancel: false);
        }

        return error;
    }

    public ApiResult<RunChange> Stop(StopRunRequest request)
    {
        if (request.WithinSeconds is not (null or (>= 0 and <= StopRunRequest.LongestGrace)))
        {
            return new ApiError(
                ApiErrorKind.InvalidRequest, $"A run cannot be stopped within {request.WithinSeconds} seconds.",
                $"Give it 0 to {StopRunRequest.LongestGrace} seconds.");
        }

        if (Find(request.RunId) is not { } active)
        {
            return library.Find(request.RunId).TryGet(out var run, out var error)
                ? new RunChange(request.RunId, run.State, false)
                : error;
        }

        active.Stop(request.AtOnce ? TimeSpan.Zero : request.Within);
        return new RunChange(request.RunId, active.Latest.State, true);
    }

    public ApiResult<RunChange> Cancel(string runId, HeaderSecrets secrets)
    {
        if (!library.Find(runId).TryGet(out var run, out var error))
        {
            return error;
        }

        // On the disk first: if this process dies now, the next engine ends the run as cancelled.
        if (!parts.RequestCancellation(runId))
        {
            return new RunChange(runId, run.State, false);
        }

        if (Find(runId) is { } active)
        {
            active.Cancel();
            return new RunChange(runId, run.State, true);
        }

        return Resume(run, secrets, cancel: true).TryGet(out _, out error) ? new RunChange(runId, run.State, true) : error;
    }

    public ActiveRun? Find(string runId)
    {
        lock (_active)
        {
            return _active.GetValueOrDefault(runId);
        }
    }

    /// <summary>Why the last engine had to leave the run, for those who come too late to see it; null when all was well.</summary>
    public RunSnapshot? LastWords(string runId)
    {
        lock (_active)
        {
            return _lastWords.GetValueOrDefault(runId);
        }
    }

    /// <summary>Waits until nothing is executed here any more.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        while (Any() is { } active)
        {
            await active.Completion.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Takes nothing on any more and stops what is under way; all of it can be resumed.</summary>
    public async Task CloseAsync()
    {
        lock (_active)
        {
            _isClosing = true;
            foreach (var active in _active.Values)
            {
                active.Stop(TimeSpan.Zero);
            }
        }

        await DrainAsync(CancellationToken.None);
    }

    private ActiveRun? Any()
    {
        lock (_active)
        {
            return _active.Values.FirstOrDefault();
        }
    }

    private async Task<ApiResult<StartRunResponse>> StartOneAsync(PipelinePlan plan, string? source, string? key, HeaderSecrets secrets)
    {
        if (_isClosing)
        {
            return s_closing;
        }

        var known = key is null ? null : keys.Find(key);
        if (known is { } same && library.Find(same.Value).TryGet(out var run, out _))
        {
            return Resume(run, secrets, cancel: false).TryGet(out _, out var error)
                ? new StartRunResponse(same.Value, false, [])
                : error;
        }

        // A run that cannot be read is left for people to look at; the key gets another one.
        var id = known is { } free && !parts.Exists(free) ? free : RunNames.New(plan.Name, clock.GetUtcNow());
        if (key is not null && id != known)
        {
            keys.Write(key, id);
        }

        if (!parts.Fix(plan).TryGet(out var whole, out var unknown))
        {
            return unknown;
        }

        await parts.CreateAsync(id, whole, source);
        return Launch(id, RunState.Accepted, secrets, cancel: false) is { } refused
            ? refused
            : new StartRunResponse(id.Value, true, []);
    }

    private ApiResult<ResumeRunResponse> Resume(RunSummary run, HeaderSecrets secrets, bool cancel)
    {
        if (RunStates.IsFinal(run.State))
        {
            return new ResumeRunResponse(run.RunId, run.State, false);
        }

        try
        {
            if (!cancel && library.ReadPlan(run.RunId) is { } plan && (secrets.Check(plan) ?? browsers.Check(plan)) is { } missing)
            {
                return missing;
            }
        }
        catch (Exception error) when (error is IOException or RunStoreException)
        {
            return DiskErrors.Of(error);
        }

        if (Find(run.RunId) is not null)
        {
            return new ResumeRunResponse(run.RunId, run.State, false);
        }

        return Launch(new RunId(run.RunId), run.State, secrets, cancel) is { } refused
            ? refused
            : new ResumeRunResponse(run.RunId, run.State, true);
    }

    /// <summary>Sets an engine to work unless one is at it already; null when the run is in good hands.</summary>
    private ApiError? Launch(RunId id, RunState state, HeaderSecrets secrets, bool cancel)
    {
        lock (_active)
        {
            if (_isClosing)
            {
                return s_closing;
            }

            if (_active.ContainsKey(id.Value))
            {
                return null;
            }

            var active = new ActiveRun(Snapshots.Of(id.Value, state, new RunCounters()), clock);
            var execution = new RunExecution(parts, active, secrets, cancel);
            var room = new RoomOnDisk(governor, active, clock);
            _active.Add(id.Value, active);
            _lastWords.Remove(id.Value);
            active.Completion = Task.Run(() => ExecuteAsync(active, execution, room));
            return null;
        }
    }

    private async Task ExecuteAsync(ActiveRun active, RunExecution execution, RoomOnDisk room)
    {
        var last = await execution.RunAsync();
        while (await room.CameAsync(last))
        {
            last = await execution.RunAsync();
        }

        lock (_active)
        {
            _active.Remove(active.RunId);
            if (last.Error is not null)
            {
                _lastWords[active.RunId] = last;
            }
        }

        // Last of all: who sees the end may ask for the run again at once.
        active.Publish(last);
    }
}
