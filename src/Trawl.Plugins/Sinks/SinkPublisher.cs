using Trawl.Engine.Seams.Outputs;
using Trawl.Model.Plans;

namespace Trawl.Plugins.Sinks;

/// <summary>Publishes the files of a run, then brings its records to the plugins that take them.</summary>
/// <param name="files">Writes the files.</param>
/// <param name="plugins">The run's plugins.</param>
/// <param name="records">The run's records.</param>
/// <param name="run">The run's id.</param>
/// <param name="openLedger">Opens the run's ledger of sinks; called when the run is ours.</param>
public sealed class SinkPublisher(
    IOutputPublisher files, PluginRuntime plugins, IDatasetReader records, string run, Func<ISinkLedger> openLedger) : IOutputPublisher
{
    /// <inheritdoc/>
    public string? Fatal => files.Fatal;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<PublishedOutput>> PublishAsync(PipelinePlan plan, CancellationToken cancellationToken)
    {
        var outputs = await files.PublishAsync(plan, cancellationToken);
        using var ledger = openLedger();
        foreach (var outlet in SinkOutlet.Of(plan))
        {
            var caller = new SinkCaller(plugins, outlet, run);
            await new SinkDelivery(plan, outlet.Sink, caller, records, new SinkProgress(ledger, outlet.Name)).RunAsync(cancellationToken);
        }

        return outputs;
    }
}
