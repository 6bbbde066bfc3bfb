using System.Collections.Concurrent;
using Trawl.Engine.Seams.Plugins;
using Trawl.Model.Plugins;
using Trawl.Plugins.Calls;
using Trawl.Plugins.Workers;
using Trawl.Sdk.Wire;
using Trawl.Sdk.Working;

namespace Trawl.Plugins;

/// <summary>The plugins of one run: finds them, and has their workers do what the engine asks.</summary>
public sealed partial class PluginRuntime : IPluginCaller, IRequestSource, IDisposable
{
    private readonly PluginRuntimeOptions _options;
    private readonly ConcurrentDictionary<string, Lazy<WorkerPool>> _pools = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();
    private readonly EngineServices _services;
    private readonly Lazy<StatsEndpoint> _stats = new(() => new StatsEndpoint());
    private int _isDisposed;

    /// <summary>Makes ready; no worker is started before there is something to do.</summary>
    public PluginRuntime(PluginRuntimeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _services = new EngineServices(options.Fetcher, options.Secrets, _stopping.Token);
        TemporaryFolders.TryDelete(options.TempFolder);
    }

    /// <summary>Process ids of all workers that live now.</summary>
    public IReadOnlyList<int> Processes => [.. _pools.Values.Where(pool => pool.IsValueCreated).SelectMany(pool => pool.Value.Processes)];

    /// <summary>Why plugins of the plan cannot be used here; empty when all can.</summary>
    public IReadOnlyList<string> Check() => [.. _options.Plan.Plugins.SelectMany(PluginIdentities.Problems)];

    /// <inheritdoc/>
    public async ValueTask<PluginReply> CallAsync(PluginCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        var blobs = call.Kind is PluginKind.Extract or PluginKind.Parse ? [call.Body] : call.Records;
        var job = new Job<PluginReply>(MetaOf(call), blobs, call.Page.Url, answer => AnswerReader.Read(call, answer));
        var result = await RunAsync(call.Plugin, job, cancellationToken);
        return result.Value ?? new PluginReply { Fault = result.Fault };
    }

    /// <summary>Ends all workers; none is alive when this returns.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0) return;
        _stopping.Cancel();
        foreach (var pool in _pools.Values.Where(pool => pool.IsValueCreated)) pool.Value.Dispose();
        if (_stats.IsValueCreated) _stats.Value.Dispose();
        TemporaryFolders.TryDelete(_options.TempFolder);
        _stopping.Dispose();
    }

    internal Task<JobResult<T>> RunAsync<T>(string plugin, Job<T> job, CancellationToken cancellationToken) where T : class
    {
        cancellationToken.ThrowIfCancellationRequested();
        return PoolOf(plugin).RunAsync(job, cancellationToken);
    }

    /// <summary>What the plugin says of itself.</summary>
    internal PluginManifest ManifestOf(string plugin) => PoolOf(plugin).Plugin.Manifest;

    private WorkerPool PoolOf(string plugin) => _pools.GetOrAdd(plugin, name => new Lazy<WorkerPool>(() => Make(name))).Value;

    private WorkerPool Make(string name)
    {
        _ = _stats.Value;
        var plan = _options.Plan.Plugin(name) ?? throw new InvalidOperationException($"The plan has no plugin \"{name}\".");
        // A sink is told where it stands, batch by batch: that is one worker's work.
        var isSink = _options.Plan.Sinks.Any(sink => sink.Plugin == name);
        return new WorkerPool(PluginIdentities.Of(isSink ? plan with { Workers = 1 } : plan), _options, _services);
    }

    private static CallMeta MetaOf(PluginCall call) => new()
    {
        Do = KindNames.Of(call.Kind),
        Record = call.RecordType,
        Page = new PageMeta
        {
            Url = call.Page.Url, Status = call.Page.Status, ContentType = call.Page.ContentType, FetchedAt = WireTime.Write(call.Page.FetchedAt),
        },
    };
}
