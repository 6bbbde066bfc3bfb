using Trawl.Engine.Running;
using Trawl.Engine.Seams.Outputs;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Ids;
using Trawl.Model.Plans;
using Trawl.Recording.Capturing;
using Trawl.Simulation.Faults;
using Trawl.Simulation.World;
using Trawl.Storage.Outputs;
using Trawl.Storage.Runs;
using Trawl.Testing.Chance;
using Trawl.Testing.Time;

namespace Trawl.Simulation;

/// <summary>
/// One run of the real engine on the real SQLite store, in virtual time and in an order drawn from a seed, on a web
/// that misbehaves; it dies several times, at any step or inside a commit, and is opened again until it ends.
/// </summary>
internal sealed class SimRun
{
    private readonly PlantedBug _bug;
    private readonly Random _chance;
    private readonly VirtualClock _clock = new();
    private readonly SeededScheduler _scheduler;
    private readonly SimSite _site;
    private readonly SimFetcher _fetcher;
    private readonly PipelinePlan _plan;
    private readonly string _folder;
    private readonly List<DateTimeOffset> _deaths = [];
    private readonly UnfencedStore.Epoch _newestEpoch = new();
    private readonly int _seed;
    private bool _hadZombie;
    private bool _crashed;
    private RunCapturing? _capturing;
    private readonly int _captureFileBytes;
    private bool _isWhollyCaptured = true;

    private SimRun(int seed, PlantedBug bug, string folder)
    {
        (_seed, _bug, _folder) = (seed, bug, folder);
        _chance = new Random(seed);
        _scheduler = new SeededScheduler(_chance.Next(), _clock);
        _site = new SimSite(_chance.Next());
        _fetcher = new SimFetcher(_site, _clock, _chance.Next());
        _plan = MakePlan();
        _captureFileBytes = _chance.Next(1, 60_000);
    }

    public static SimOutcome Execute(int seed, PlantedBug bug, string folder) => new SimRun(seed, bug, folder).Execute();

    private SimOutcome Execute()
    {
        var creation = new RunCreation(new RunId("sim"), _plan, _clock.GetUtcNow());
        SqliteRunStore.Create(_folder, creation, StoreOptions).DisposeAsync().AsTask().GetAwaiter().GetResult();
        for (var lives = _chance.Next(1, 5); ; lives--)
        {
            if (Live(mayDie: lives > 0))
            {
                break;
            }

            _clock.Advance(TimeSpan.FromMilliseconds(_chance.Next(1_500)));
        }

        return new SimOutcome(_site, _fetcher.Arrivals, _deaths, _plan.Fetch.Delay, _hadZombie, _isWhollyCaptured, _folder, _scheduler.Steps);
    }

    private CaptureOptions CaptureOptions => new()
    {
        Folder = RunFiles.Capture(_folder),
        Identity = "sim",
        MaxFileBytes = _captureFileBytes,
        Durable = false,
        Inline = true,
        Clock = _clock,
    };

    private static RunStoreOptions StoreOptions => new() { Inline = true, Durable = false };

    /// <summary>One life of an engine; true when the run ended in it.</summary>
    private bool Live(bool mayDie)
    {
        var store = SqliteRunStore.Open(_folder, StoreOptions);
        var dieAt = mayDie ? _scheduler.Steps + 1 + _chance.Next(600) : long.MaxValue;
        ArmCrashPoint(mayDie && _chance.Next(2) == 0);
        var isZombie = mayDie && (_bug == PlantedBug.MissingFence || _chance.Next(10) == 0);
        // Only one process at a time has a home's lock, so a capture is never written by two: zombies write none.
        _capturing = isZombie ? null : new RunCapturing(CaptureOptions);
        _isWhollyCaptured &= !isZombie;
        var running = Start(store, mayDie);
        while (!running.IsCompleted || _crashed)
        {
            if (_crashed || _scheduler.Steps >= dieAt)
            {
                Die(isZombie && !_crashed, store);
                return false;
            }

            StepOn();
        }

        return Ended(running, store);
    }

    private void StepOn()
    {
        if (!_scheduler.Step())
        {
            throw new SimFailure("deadlock: nothing can run, no timer is armed, and the run has not ended");
        }

        if (_scheduler.Steps > 400_000)
        {
            throw new SimFailure("livelock: 400,000 steps");
        }
    }

    private bool Ended(Task<RunResult> running, SqliteRunStore store)
    {
        _scheduler.Kill();
        Bury(store);
        if (running.Exception?.GetBaseException() is { } error)
        {
            _deaths.Add(_clock.GetUtcNow());
            return error is RunStoreException ? false : throw new SimFailure($"the engine threw {error}");
        }

        return true;
    }

    private void Die(bool asZombie, SqliteRunStore store)
    {
        SimCrash.OnReached = null;
        _crashed = false;
        _deaths.Add(_clock.GetUtcNow());
        if (asZombie)
        {
            // Not dead at all: paused past any patience, it wakes up beside its successor.
            _hadZombie = true;
            return;
        }

        _scheduler.Kill();
        Bury(store);
    }

    private void Bury(SqliteRunStore store)
    {
        SimCrash.OnReached = null;
        _capturing?.Dispose();
        store.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private Task<RunResult> Start(SqliteRunStore real, bool mayFail)
    {
        IRunStore store = _bug switch
        {
            PlantedBug.LostLease => new LostLeaseStore(real),
            PlantedBug.MissingFence => new UnfencedStore(real, _newestEpoch),
            _ => real,
        };
        IOutputPublisher publisher = new OutputPublisher(_folder);
        if (_bug == PlantedBug.CommitAfterPublish)
        {
            var early = new EarlyPublisher(store, publisher, _plan);
            (store, publisher) = (early, early);
        }

        var failAt = mayFail && _chance.Next(4) == 0 ? 1 + _chance.Next(20) : 0;
        var failing = new FailingStore(store, _clock, _chance, failAt);
        var engine = new RunEngine(new RunEngineOptions
        {
            Store = _capturing?.Around(failing) ?? failing,
            Fetcher = _capturing?.Around(_fetcher) ?? _fetcher,
            Pages = _ => new SimPages(),
            Publisher = publisher,
            Clock = _clock,
            Seed = _seed,
            Governor = _seed % 3 == 0 ? new SimGovernor(_clock, _seed) : null,
        });
        Task<RunResult>? running = null;
        var started = _scheduler.Start(() => running = engine.RunAsync(CancellationToken.None, CancellationToken.None));
        _scheduler.RunUntil(() => running is not null || started.IsFaulted);
        return running ?? Task.FromException<RunResult>(started.Exception!.GetBaseException());
    }

    /// <summary>Death inside a commit: before it, in the middle, before COMMIT, or right after.</summary>
    private void ArmCrashPoint(bool armed)
    {
        var left = _chance.Next(1, 60);
        SimCrash.OnReached = armed
            ? _ =>
            {
                if (--left == 0)
                {
                    _crashed = true;
                    throw new SimCrash();
                }
            }
            : null;
    }

    private PipelinePlan MakePlan() => new()
    {
        Name = "sim",
        Start = _site.Sitemaps is { } maps ? [new StartUrl(_site.Start), new StartSitemap(maps.Start, [])] : [new StartUrl(_site.Start)],
        Scope = new ScopePlan { Hosts = _site.Hosts },
        Fetch = new FetchPlan
        {
            Concurrency = _chance.Next(1, 9),
            PerHostConcurrency = _chance.Next(1, 5),
            Delay = TimeSpan.FromMilliseconds(_chance.Next(3) * 200),
            Adaptive = _chance.Next(2) == 0,
            Retries = 3,
            RetryDelay = TimeSpan.FromMilliseconds(300),
        },
        Records = [new RecordType { Name = "page", Key = ["url"], Fields = [new FieldPlan { Name = "url" }] }],
        Outputs = [new OutputPlan(OutputFormat.Jsonl, null, [])],
    };
}
