namespace Trawl.Plugins.Workers;

/// <summary>Gives a plugin up when its workers die again and again without finishing anything. Thread-safe.</summary>
internal sealed class CircuitBreaker(PluginIdentity plugin, int mostDeaths)
{
    private readonly Lock _lock = new();
    private int _deaths;

    /// <summary>Why the plugin was given up; null while it is in use.</summary>
    public string? Verdict { get; private set; }

    /// <summary>Deaths since a call was last finished.</summary>
    public int Deaths
    {
        get
        {
            lock (_lock) return _deaths;
        }
    }

    public void Finished()
    {
        lock (_lock) _deaths = 0;
    }

    public void Died(WorkerFault fault)
    {
        lock (_lock)
        {
            if (++_deaths < mostDeaths || Verdict is not null) return;
            Verdict = $"{plugin} was given up after its workers were lost {_deaths} times in a row; the last one {fault.Message}. "
                + "Mend the plugin, then resume the run.";
        }
    }
}
