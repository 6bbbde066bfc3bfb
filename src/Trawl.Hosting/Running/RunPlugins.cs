using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Governing;
using Trawl.Engine.Seams.Outputs;
using Trawl.Engine.Seams.Pages;
using Trawl.Engine.Seams.Plugins;
using Trawl.Model.Plans;
using Trawl.Plugins;
using Trawl.Plugins.Sinks;
using Trawl.Steps.Plugins;
using Trawl.Storage.Outputs;
using Trawl.Storage.Runs;

namespace Trawl.Hosting.Running;

/// <summary>The plugins of one run, put where the engine meets them.</summary>
internal sealed class RunPlugins : IDisposable
{
    private readonly PipelinePlan _plan;
    private readonly PluginRuntime _runtime;

    /// <exception cref="ArgumentException">A plugin of the plan cannot be used here any more.</exception>
    public RunPlugins(string folder, PipelinePlan plan, IFetcher fetcher, HeaderSecrets secrets, TimeProvider clock, IWorkerGovernor? governor = null)
    {
        _plan = plan;
        _runtime = new PluginRuntime(new PluginRuntimeOptions
        {
            Plan = plan,
            TempFolder = Path.Combine(folder, "tmp", "plugins"),
            LogFolder = Path.Combine(folder, "plugins"),
            Secrets = secrets.Find,
            Fetcher = fetcher,
            Clock = clock,
            Governor = governor,
        });
        if (_runtime.Check() is { Count: > 0 } problems)
        {
            throw new ArgumentException(string.Join(' ', problems));
        }
    }

    public IRequestSource Source => _runtime;

    public IPageHandler Around(IPageHandler rules) => new PluginPageHandler(_plan, rules, _runtime);

    public IOutputPublisher Around(IOutputPublisher files, string runId, string folder, RunStoreOptions store) =>
        _plan.Sinks.Count == 0 ? files
            : new SinkPublisher(files, _runtime, new DatasetReader(folder), runId, () => SinkLedger.Open(folder, store));

    public void Dispose() => _runtime.Dispose();
}
