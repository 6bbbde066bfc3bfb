using Trawl.Engine.Seams.Outputs;
using Trawl.Model.Plans;
using Trawl.Storage.Reading;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Outputs;

/// <summary>
/// Exports the records of any run, finished or running, as of one moment and decided over what is there then.
/// </summary>
/// <param name="folder">The run's folder.</param>
public sealed class DatasetExporter(string folder)
{
    /// <summary>
    /// Writes one file, or one a type where the path holds <c>{record}</c>; each published as outputs are.
    /// </summary>
    /// <param name="format">The format.</param>
    /// <param name="path">Absolute path, with <c>{record}</c> and <c>{run}</c> as in a pipeline.</param>
    /// <param name="recordTypes">Names of the types; empty for all.</param>
    /// <param name="part">Which records.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="IOException">A file could not be written; what stood there is untouched.</exception>
    public ValueTask<IReadOnlyList<PublishedOutput>> ExportAsync(
        OutputFormat format,
        string path,
        IReadOnlyList<string> recordTypes,
        DatasetPart part,
        CancellationToken cancellationToken)
    {
        var plan = RunReader.ReadPlan(folder);
        using var dataset = Open(plan, cancellationToken);
        var outputs = new List<PublishedOutput>();
        foreach (var target in OutputTarget.Of(new OutputPlan(format, path, recordTypes), plan, folder, dataset.RunId))
        {
            outputs.Add(OutputFileWriter.Write(target, dataset, part, durable: true, cancellationToken));
        }

        return new ValueTask<IReadOnlyList<PublishedOutput>>(outputs);
    }

    /// <summary>Writes to a stream, for standard output; not for SQLite, which needs a file.</summary>
    /// <returns>Records by type.</returns>
    public ValueTask<IReadOnlyDictionary<string, long>> ExportAsync(
        OutputFormat format,
        Stream stream,
        IReadOnlyList<string> recordTypes,
        DatasetPart part,
        CancellationToken cancellationToken)
    {
        var plan = RunReader.ReadPlan(folder);
        using var dataset = Open(plan, cancellationToken);
        var types = plan.Records.Where(t => recordTypes.Count == 0 || recordTypes.Contains(t.Name)).ToList();
        var buffered = new BufferedStream(stream, 1 << 16);
        var counts = DatasetFormats.Of(format).Write(buffered, types, dataset, part, cancellationToken);
        buffered.Flush();
        return new ValueTask<IReadOnlyDictionary<string, long>>(counts);
    }

    private Dataset Open(PipelinePlan plan, CancellationToken cancellationToken)
    {
        try
        {
            return Dataset.Open(folder, plan, settle: false, durable: true, cancellationToken);
        }
        catch (SqliteException error)
        {
            throw new IOException(Runs.StoreErrors.From(error).Message, error);
        }
    }
}
