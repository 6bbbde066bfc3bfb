using System.Diagnostics;
using Trawl.Api.Pipelines;
using Trawl.Api.Runs;
using Trawl.Hosting;
using Trawl.Model.Runs;

namespace Trawl.Cancel.Bench;

/// <summary>
/// Ends runs at random moments, in every way, and goes on with them: how long does it take until nothing of a run is alive,
/// are its books in order, and is the dataset at last that of a run that nobody disturbed?
/// </summary>
public sealed class EndingSeries : IAsyncDisposable
{
    private static readonly TimeSpan s_bound = TimeSpan.FromSeconds(30);
    private readonly string _folder = Directory.CreateTempSubdirectory("trawl-cancel-").FullName;
    private readonly Random _chance;
    private readonly int _seed;
    private readonly int _pages;
    private readonly List<Ending> _endings = [];
    private readonly List<string> _faults = [];
    private SlowSite _site = null!;
    private SlowSite _keeperSite = null!;
    private TrawlTool _keeper = null!;
    private LocalTrawlClient _client = null!;
    private string _clean = "";
    private string? _runId;

    /// <param name="seed">Decides ways and moments.</param>
    /// <param name="pages">Pages of the site.</param>
    public EndingSeries(int seed, int pages) => (_seed, _pages, _chance) = (seed, pages, new Random(seed));

    /// <summary>What was measured.</summary>
    public IReadOnlyList<Ending> Endings => _endings;

    /// <summary>What was not as it must be.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Runs that were ended again and again and at last came to their end, with the dataset they must have.</summary>
    public int Completed { get; private set; }

    private string Home => Path.Combine(_folder, "living");

    /// <summary>Ends runs so often: one in five is executed by a process of its own that gets signals, the others by an engine that goes on.</summary>
    public async Task RunAsync(int count)
    {
        await BeginAsync();
        for (var i = 0; i < count; i++)
        {
            if (i % 5 == 4) await EndProcessAsync(i);
            else await EndRunAsync(i);
        }

        _site.IsNasty = false;
        await CompleteAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_client is not null) await _client.DisposeAsync();
        _keeper?.Dispose();
        if (_site is not null) await _site.DisposeAsync();
        if (_keeperSite is not null) await _keeperSite.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task BeginAsync()
    {
        (_site, _keeperSite) = (await SlowSite.StartAsync(_pages, _seed), await SlowSite.StartAsync(1, _seed));
        var undisturbed = Path.Combine(_folder, "undisturbed");
        using (var clean = StartProcess(undisturbed))
        {
            await ExitAsync(clean);
            if (clean.ExitCode != 0) throw new InvalidOperationException($"The undisturbed run failed: {clean.Said}");
        }

        _clean = DatasetOf(RunFolders(undisturbed).Single());
        if (_clean.Count(letter => letter == '\n') != _pages) throw new InvalidOperationException("The undisturbed run is not whole.");
        _site.IsNasty = true;
        _keeper = TrawlTool.Start("run", Written("keeper", Pipelines.Keeper(_keeperSite.Address)), "--home", Home, "--json");
        await UntilAsync(() => RunFolders(Home).Any(run => File.Exists(Path.Combine(run, "run.db"))), "the keeper began");
        _client = TrawlHost.Open(new TrawlHostOptions { Home = Home });
    }

    /// <summary>Starts or resumes a run in the living engine, and ends it at a random moment.</summary>
    private async Task EndRunAsync(int number)
    {
        var runId = await SetToWorkAsync();
        await Task.Delay(_chance.Next(4 * _pages));
        var way = (WayToEnd)_chance.Next(3);
        var folder = Path.Combine(Home, "runs", runId);
        var alive = new Alive(folder, _site.Address);
        var (workers, connections) = (alive.Workers(), alive.Connections());
        var began = Stopwatch.GetTimestamp();
        var change = way switch
        {
            WayToEnd.Cancel => await _client.CancelRunAsync(new CancelRunRequest(runId), CancellationToken.None),
            WayToEnd.StopByDeadline => await _client.StopRunAsync(new StopRunRequest(runId, WithinSeconds: 0.15), CancellationToken.None),
            _ => await _client.StopRunAsync(new StopRunRequest(runId, AtOnce: true), CancellationToken.None),
        };
        var last = await LastAsync(runId);
        await DeadAsync(alive, number);
        Note(number, new Ending(way, Elapsed(began), workers, connections, !change.Value.Accepted || last.State == RunState.Completed), folder, last.State);
        if (last.Error is { } error) _faults.Add($"#{number} {way}: {error.Message}");
    }

    /// <summary>Runs a process of its own until Ctrl-C was pressed twice at a random moment.</summary>
    private async Task EndProcessAsync(int number)
    {
        var home = Path.Combine(_folder, "process");
        using var trawl = StartProcess(home);
        await UntilAsync(() => trawl.HasExited || RunFolders(home).Any(run => File.Exists(Path.Combine(run, "run.db"))), "the process began its run");
        await Task.Delay(_chance.Next(2 * _pages, 8 * _pages));
        trawl.Interrupt();
        // Two signals within 300 ms are taken for one.
        await Task.Delay(350);
        var alive = new Alive(home, _site.Address);
        var (workers, connections, missed) = (alive.Workers(), alive.Connections(), trawl.HasExited);
        var began = Stopwatch.GetTimestamp();
        if (!missed) trawl.Interrupt();
        await ExitAsync(trawl);
        await DeadAsync(alive, number);
        var elapsed = Elapsed(began);
        var folder = RunFolders(home).Single();
        var isDone = Books.Query(folder, "SELECT CAST(state AS TEXT) FROM progress").Single() == "4";
        Note(number, new Ending(WayToEnd.Signals, elapsed, workers, connections, missed), folder, isDone ? RunState.Completed : RunState.Interrupted);
        if (isDone) Directory.Delete(home, recursive: true);
    }

    private async Task CompleteAsync()
    {
        var runId = await SetToWorkAsync();
        var last = await LastAsync(runId);
        Judge(Path.Combine(Home, "runs", runId), last.State);
        using var process = StartProcess(Path.Combine(_folder, "process"));
        await ExitAsync(process);
        Judge(RunFolders(Path.Combine(_folder, "process")).Single(), process.ExitCode == 0 ? RunState.Completed : RunState.Failed);
    }

    private async Task<string> SetToWorkAsync()
    {
        if (_runId is { } known)
        {
            var resumed = await _client.ResumeRunAsync(new ResumeRunRequest(known), CancellationToken.None);
            if (resumed.Error is { } refused) throw new InvalidOperationException(refused.Message);
            return known;
        }

        var started = await _client.StartRunAsync(
            new StartRunRequest { Pipeline = new PipelineSource { Text = Pipelines.Crawl(_site.Address), Path = Path.Combine(_folder, "crawl.yaml") } }, CancellationToken.None);
        return _runId = started.Value.RunId;
    }

    private async Task<RunSnapshot> LastAsync(string runId)
    {
        using var bound = new CancellationTokenSource(s_bound);
        RunSnapshot? last = null;
        await foreach (var snapshot in _client.FollowRunAsync(new FollowRunRequest(runId), bound.Token))
        {
            last = snapshot;
        }

        return last!;
    }

    private void Note(int number, Ending ending, string folder, RunState state)
    {
        _endings.Add(ending);
        var isFinal = state is RunState.Completed or RunState.Cancelled or RunState.Failed;
        _faults.AddRange(Books.Faults(folder, isFinal).Select(fault => $"#{number} {ending.Way}, seed {_seed}: {fault}"));
        if (state == RunState.Failed) _faults.Add($"#{number} {ending.Way}, seed {_seed}: the run failed");
        if (!isFinal) return;
        if (state == RunState.Completed) Judge(folder, state);
        else JudgeCancelled(number, folder);
        if (ending.Way != WayToEnd.Signals) _runId = null;
    }

    private void Judge(string folder, RunState state)
    {
        if (state != RunState.Completed) _faults.Add($"seed {_seed}: at last a run is {state}");
        else if (DatasetOf(folder) != _clean) _faults.Add($"seed {_seed}: the dataset of a run that was ended and resumed is another one");
        else Completed++;
    }

    /// <summary>What was collected is published: each line is one of the undisturbed run's, once, and there is one for each page.</summary>
    private void JudgeCancelled(int number, string folder)
    {
        var lines = DatasetOf(folder).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var known = _clean.Split('\n').ToHashSet();
        var done = Books.Query(folder, "SELECT url FROM requests WHERE state = 10").Count;
        if (lines.Length != done || lines.Distinct().Count() != lines.Length || !lines.All(known.Contains))
        {
            _faults.Add($"#{number} seed {_seed}: {done} pages are done and {lines.Length} records were published");
        }
    }

    private async Task DeadAsync(Alive alive, int number)
    {
        var began = Stopwatch.GetTimestamp();
        while (alive.Workers() + alive.Connections() > 0)
        {
            if (Stopwatch.GetElapsedTime(began) > s_bound)
            {
                _faults.Add($"#{number} seed {_seed}: {alive.Workers()} workers and {alive.Connections()} connections are alive after {s_bound}");
                return;
            }

            await Task.Delay(2);
        }
    }

    private static Task ExitAsync(TrawlTool tool) => UntilAsync(() => tool.HasExited, "the process ended");

    private static async Task UntilAsync(Func<bool> come, string what)
    {
        var began = Stopwatch.GetTimestamp();
        while (!come())
        {
            if (Stopwatch.GetElapsedTime(began) > 2 * s_bound) throw new TimeoutException($"It never came that {what}.");
            await Task.Delay(2);
        }
    }

    private TrawlTool StartProcess(string home) =>
        TrawlTool.Start("run", Written("crawl", Pipelines.Crawl(_site.Address)), "--home", home, "--key", "ended", "--json");

    private string Written(string name, string pipeline)
    {
        var file = Path.Combine(_folder, name + ".yaml");
        File.WriteAllText(file, pipeline);
        return file;
    }

    private static string[] RunFolders(string home) =>
        Directory.Exists(Path.Combine(home, "runs")) ? Directory.GetDirectories(Path.Combine(home, "runs")) : [];

    private static string DatasetOf(string folder) => File.ReadAllText(Path.Combine(folder, "datasets", "entry.jsonl"));

    private static double Elapsed(long began) => Stopwatch.GetElapsedTime(began).TotalMilliseconds;
}
