using Trawl.Engine.Seams.Outputs;
using Trawl.Storage.Reading;
using Trawl.Storage.Runs;
using Trawl.Storage.Sqlite;

namespace Trawl.Storage.Outputs;

/// <summary>The records of a run's database, in canonical order.</summary>
/// <param name="folder">The run's folder.</param>
public sealed class DatasetReader(string folder) : IDatasetReader
{
    public IEnumerable<DatasetRecord> Read(IReadOnlyList<string> types)
    {
        using var dataset = Open();
        foreach (var type in types)
        {
            using var cursor = dataset.Read(type, DatasetPart.Published);
            while (cursor.MoveNext())
            {
                yield return new DatasetRecord(type, cursor.Payload.ToArray());
            }
        }
    }

    private Dataset Open()
    {
        try
        {
            return Dataset.Open(folder, RunReader.ReadPlan(folder), settle: false, durable: true, CancellationToken.None);
        }
        catch (SqliteException error)
        {
            throw new IOException(StoreErrors.From(error).Message, error);
        }
    }
}
