using Trawl.Engine.Seams.Outputs;
using Trawl.Model.Plans;

namespace Trawl.Plugins.Sinks;

/// <summary>Publishes the files of a run, then brings its records to the plugins that take them.</summary>
public sealed class SinkPublisher(IOutputPublisher files, PluginRuntime plugins, IDatasetReader records, string run, string cursors) : IOutputPublisher
{
    /// <inheritdoc/>
    public string? Fatal => files.Fatal;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<PublishedOutput>> PublishAsync(PipelinePlan plan, CancellationToken cancellationToken)
    {
        var outputs = await files.PublishAsync(plan, cancellationToken);
        foreach (var sink in plan.Sinks)
        {
            var cursor = new SinkCursor(Path.Combine(cursors, sink.Plugin + ".cursor"));
            await new SinkDelivery(plan, sink, plugins, records, run, cursor).RunAsync(cancellationToken);
        }

        return outputs;
    }
}
