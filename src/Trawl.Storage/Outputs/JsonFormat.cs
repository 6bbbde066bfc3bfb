using Trawl.Model.Plans;

namespace Trawl.Storage.Outputs;

/// <summary>One array, a record a line in it.</summary>
internal sealed class JsonFormat : IDatasetFormat
{
    public Dictionary<string, long> Write(
        Stream stream,
        IReadOnlyList<RecordType> types,
        Dataset dataset,
        DatasetPart part,
        CancellationToken cancellationToken)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        var isFirst = true;
        stream.WriteByte((byte)'[');
        foreach (var type in types)
        {
            using var cursor = dataset.Read(type.Name, part);
            var count = 0L;
            for (; cursor.MoveNext(); count++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                stream.Write(isFirst ? "\n"u8 : ",\n"u8);
                JsonText.Write(stream, cursor, part);
                isFirst = false;
            }

            counts[type.Name] = count;
        }

        stream.Write(isFirst ? "]\n"u8 : "\n]\n"u8);
        return counts;
    }
}
