using Trawl.Engine.Seams.Outputs;
using Trawl.Model.Plans;
using Trawl.Storage.Runs;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Outputs;

/// <summary>
/// Writes a run's outputs from its database. Works on the caller's thread, so that a simulation stays one.
/// </summary>
/// <param name="folder">The run's folder.</param>
/// <param name="options">How the run's store works.</param>
public sealed class OutputPublisher(string folder, RunStoreOptions? options = null) : IOutputPublisher
{
    private readonly RunStoreOptions _options = options ?? new RunStoreOptions();

    public string? Fatal { get; private set; }

    public ValueTask<IReadOnlyList<PublishedOutput>> PublishAsync(
        PipelinePlan plan, CancellationToken cancellationToken)
    {
        try
        {
            return new ValueTask<IReadOnlyList<PublishedOutput>>(Publish(plan, cancellationToken));
        }
        catch (SqliteException error)
        {
            throw new IOException(StoreErrors.From(error).Message, error);
        }
    }

    private string NameOf(string path)
    {
        var relative = Path.GetRelativePath(folder, path).Replace('\\', '/');
        return relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? path : relative;
    }

    private List<PublishedOutput> Publish(PipelinePlan plan, CancellationToken cancellationToken)
    {
        var outputs = new List<PublishedOutput>();
        using (var dataset = Dataset.Open(folder, plan, settle: true, _options.Durable, cancellationToken))
        {
            Fatal = dataset.Fatal;
            foreach (var target in OutputTarget.Of(plan, folder, dataset.RunId))
            {
                var output = OutputFileWriter.Write(target, dataset, DatasetPart.Published, _options.Durable, cancellationToken);
                outputs.Add(output with { Name = NameOf(output.Path) });
            }

            OutputManifest.Write(folder, dataset.RunId, outputs, _options.Durable);
        }

        OutputTable.Save(folder, outputs, _options);
        return outputs;
    }
}
