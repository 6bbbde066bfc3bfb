using Trawl.Model.Plans;

namespace Trawl.Storage.Outputs;

/// <summary>One record a line, LF behind each.</summary>
internal sealed class JsonlFormat : IDatasetFormat
{
    public Dictionary<string, long> Write(
        Stream stream,
        IReadOnlyList<RecordType> types,
        Dataset dataset,
        DatasetPart part,
        CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var type in types)
        {
            using var cursor = dataset.Read(type.Name, part);
            var count = 0L;
            for (; cursor.MoveNext(); count++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                JsonText.Write(stream, cursor, part);
                stream.WriteByte((byte)'\n');
            }

            counts[type.Name] = count;
        }

        return counts;
    }
}
