using System.Diagnostics;
using Trawl.EndToEnd.Tests.Support;

namespace Trawl.EndToEnd.Tests.Plugins;

/// <summary>
/// Kills workers and engines as a run goes on, so that it gets somewhere between the deaths. Workers of plugins that were
/// spared so far come first.
/// </summary>
internal sealed class Killer(PluggedRuns runs, string name, Random chance, int workers, int engines)
{
    private readonly bool _killsWorkers = workers > 0;
    private readonly int _mostWorkers = workers;
    private readonly int _mostEngines = engines;
    private readonly Dictionary<string, int> _deaths = [];
    private int _next = runs.Progress(name) + chance.Next(1, 6);
    private int _workers = workers;
    private int _engines = engines;
    private int _enginesKilled;

    /// <summary>Whether most of what was to die did, and workers of every plugin: a fast machine may end a run before the last kills.</summary>
    public bool IsDone => 2 * _enginesKilled >= _mostEngines && 2 * _deaths.Values.Sum() >= _mostWorkers
        && (!_killsWorkers || _deaths.Keys.Order(StringComparer.Ordinal).SequenceEqual(["feed", "keep", "lines", "tidy"]));

    public void Strike(TrawlProcess engine)
    {
        var living = Workers.Below(runs.HomeOf(name));
        // The feed and the sink work at the ends of a run, and not for long: they are met when they are seen.
        var rare = living.FirstOrDefault(worker => worker.Plugin is "feed" or "keep" && !_deaths.ContainsKey(worker.Plugin));
        if (_killsWorkers && rare.Id != 0) Kill(rare);
        else if (runs.Progress(name) >= _next) Strike(engine, living);
    }

    public override string ToString() => $"Killed: {string.Join(", ", _deaths.Select(death => $"{death.Key} {death.Value}"))}, the engine {_enginesKilled} times.";

    private void Strike(TrawlProcess engine, IReadOnlyList<(int Id, string Plugin)> living)
    {
        _next = runs.Progress(name) + chance.Next(3, 9);
        if (_engines > 0 && chance.Next(_workers + _engines) < _engines)
        {
            _engines--;
            _enginesKilled++;
            engine.Kill();
        }
        else if (_workers > 0 && living.Count > 0)
        {
            var spared = living.Where(worker => !_deaths.ContainsKey(worker.Plugin)).ToArray();
            Kill(spared.Length > 0 ? spared[chance.Next(spared.Length)] : living[chance.Next(living.Count)]);
        }
    }

    private void Kill((int Id, string Plugin) worker)
    {
        try
        {
            Process.GetProcessById(worker.Id).Kill();
            _workers--;
            _deaths[worker.Plugin] = _deaths.GetValueOrDefault(worker.Plugin) + 1;
        }
        catch (ArgumentException)
        {
            // It ended meanwhile.
        }
    }
}
