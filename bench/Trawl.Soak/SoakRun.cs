using System.Diagnostics;
using Trawl.Api.Pipelines;
using Trawl.Api.Runs;
using Trawl.Model.Runs;

namespace Trawl.Soak;

/// <summary>Keeps a server at work on every kind of site, and disturbs it.</summary>
internal sealed class SoakRun : IAsyncDisposable
{
    private const int AtOnce = 3;
    private static readonly TimeSpan s_bound = TimeSpan.FromMinutes(3);
    private readonly string _home = Directory.CreateTempSubdirectory("trawl-soak-").FullName;
    private readonly SoakPlan _plan;
    private readonly SoakSites _sites;
    private readonly Random _chance;
    private readonly Dictionary<string, SiteKind> _active = [];
    private readonly Dictionary<SiteKind, string> _clean = [];
    private LivingServer _server = null!;
    private string _token = "";

    public SoakRun(SoakPlan plan, SoakSites sites) => (_plan, _sites, _chance) = (plan, sites, new Random(plan.Seed));

    public SortedDictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    public List<Reading> Readings { get; } = [];

    public List<string> Faults { get; } = [];

    public async Task RunAsync()
    {
        _token = await LivingServer.PrepareAsync(_home);
        _server = await LivingServer.StartAsync(_home, _token);
        await LearnAsync(SiteKind.Friendly);
        if (_plan.WithBrowser) await LearnAsync(SiteKind.Scripted);
        var began = Stopwatch.GetTimestamp();
        var nextKill = NextKill(TimeSpan.Zero);
        while (Stopwatch.GetElapsedTime(began) is var now && now < _plan.Length)
        {
            if (now >= nextKill && now < _plan.KillsUntil)
            {
                await KillAsync();
                nextKill = NextKill(now);
            }

            await TurnAsync();
            Readings.Add(Reading.Of(_server.Id, _home, now.TotalMinutes));
            await Task.Delay(500);
        }

        await FinishAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }

    private TimeSpan NextKill(TimeSpan now) => now + TimeSpan.FromSeconds(5 + _chance.Next(20));

    private string TextOf(SiteKind kind) => kind switch { SiteKind.Friendly => _sites.Friendly, SiteKind.Hostile => _sites.Hostile, _ => _sites.Scripted };

    /// <summary>What a run that nobody disturbs collects.</summary>
    private async Task LearnAsync(SiteKind kind)
    {
        var run = await StartAsync(kind);
        if (await EndOfAsync(run) != RunState.Completed) throw new InvalidOperationException($"The clean run of the {kind} site did not complete.");
        _clean[kind] = Dataset(run);
    }

    private async Task TurnAsync()
    {
        foreach (var (run, kind) in _active.ToArray())
        {
            await LookAsync(run, kind);
        }

        while (_active.Count < AtOnce)
        {
            var kind = _chance.Next(10) switch { < 6 => SiteKind.Friendly, < 8 => SiteKind.Hostile, _ => _plan.WithBrowser ? SiteKind.Scripted : SiteKind.Friendly };
            _active[await StartAsync(kind)] = kind;
        }
    }

    private async Task LookAsync(string run, SiteKind kind)
    {
        var shown = await _server.Client.ShowRunAsync(new ShowRunRequest(run), CancellationToken.None);
        switch (shown.Value.Run.State)
        {
            case RunState.Completed:
                Count($"completed, {kind}");
                Judge(run, kind);
                _active.Remove(run);
                break;
            case RunState.Failed or RunState.Cancelled:
                Count($"{shown.Value.Run.State}".ToLowerInvariant());
                if (shown.Value.Run.State == RunState.Failed) Faults.Add($"{run} failed");
                _active.Remove(run);
                break;
            case RunState.Interrupted:
                await _server.Client.ResumeRunAsync(new ResumeRunRequest(run), CancellationToken.None);
                break;
            default:
                await DisturbAsync(run);
                break;
        }
    }

    private async Task DisturbAsync(string run)
    {
        switch (_chance.Next(40))
        {
            case 0:
                Count("cancellations asked for");
                await _server.Client.CancelRunAsync(new CancelRunRequest(run), CancellationToken.None);
                break;
            case 1 or 2:
                Count("stops asked for");
                await _server.Client.StopRunAsync(new StopRunRequest(run, AtOnce: _chance.Next(2) == 0), CancellationToken.None);
                break;
        }
    }

    private async Task KillAsync()
    {
        _server.Kill();
        Count("server killed");
        await _server.DisposeAsync();
        _server = await LivingServer.StartAsync(_home, _token);
        foreach (var run in _active.Keys)
        {
            await _server.Client.ResumeRunAsync(new ResumeRunRequest(run), CancellationToken.None);
        }
    }

    private async Task FinishAsync()
    {
        foreach (var (run, kind) in _active)
        {
            await _server.Client.ResumeRunAsync(new ResumeRunRequest(run), CancellationToken.None);
            var state = await EndOfAsync(run);
            Count($"{state}".ToLowerInvariant() + $", {kind}");
            if (state == RunState.Completed) Judge(run, kind);
            else if (state != RunState.Cancelled) Faults.Add($"{run} ended as {state}");
        }
    }

    private void Judge(string run, SiteKind kind)
    {
        if (!_clean.TryGetValue(kind, out var clean)) return;
        if (Dataset(run) == clean) Count($"datasets as of a clean run, {kind}");
        else Faults.Add($"seed {_plan.Seed}: the dataset of {run} ({kind}) is not that of a clean run");
    }

    private async Task<string> StartAsync(SiteKind kind)
    {
        var pipeline = new PipelineSource { Text = TextOf(kind), Path = Path.Combine(_home, $"{kind}.yaml") };
        var started = await _server.Client.StartRunAsync(new StartRunRequest { Pipeline = pipeline }, CancellationToken.None);
        if (started.Error is { } refused) throw new InvalidOperationException(refused.Message);
        Count("started");
        return started.Value.RunId;
    }

    private async Task<RunState> EndOfAsync(string run)
    {
        using var bound = new CancellationTokenSource(s_bound);
        var last = RunState.Accepted;
        await foreach (var snapshot in _server.Client.FollowRunAsync(new FollowRunRequest(run), bound.Token))
        {
            last = snapshot.State;
        }

        return last;
    }

    // Every line of every dataset, in one order.
    private string Dataset(string run) => string.Join('\n', Directory.EnumerateFiles(Path.Combine(_home, "runs", run, "datasets"), "*.jsonl")
        .SelectMany(File.ReadLines).Order(StringComparer.Ordinal));

    private void Count(string what) => Counts[what] = Counts.GetValueOrDefault(what) + 1;
}
