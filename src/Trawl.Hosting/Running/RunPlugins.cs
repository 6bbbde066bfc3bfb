using Trawl.Enrich;
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
    private readonly Enrichment _enrichment;

    /// <exception cref="ArgumentException">A plugin of the plan cannot be used here any more.</exception>
    public RunPlugins(
        string folder, PipelinePlan plan, IFetcher fetcher, IAnswers answers, HeaderSecrets secrets, TimeProvider clock,
        IWorkerGovernor? governor = null)
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

        _enrichment = new Enrichment(new EnrichmentOptions
        {
            Plan = plan,
            TempFolder = Path.Combine(folder, "tmp", "tools"),
            LogFolder = Path.Combine(folder, "plugins"),
            Answers = answers,
            Plugins = _runtime,
            Secrets = secrets.Find,
            Headers = secrets.Resolve,
            Clock = clock,
        });
    }

    public IRequestSource Source => _runtime;

    public IPageHandler Around(IPageHandler rules) => new PluginPageHandler(_plan, rules, _enrichment);

    public IOutputPublisher Around(IOutputPublisher files, string runId, string folder, RunStoreOptions store) =>
        _plan.Sinks.Count == 0 ? files
            : new SinkPublisher(files, _runtime, new DatasetReader(folder), runId, () => SinkLedger.Open(folder, store));

    /// <summary>Whether a plan asks for anything that is in here.</summary>
    public static bool IsNeeded(PipelinePlan plan) => plan.Plugins.Count > 0 || Enrichment.IsNeeded(plan);

    public void Dispose()
    {
        _enrichment.Dispose();
        _runtime.Dispose();
    }
}
