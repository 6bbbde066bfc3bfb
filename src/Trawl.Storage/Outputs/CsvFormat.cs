using System.Text;
using System.Text.Json;
using Trawl.Model.Plans;

namespace Trawl.Storage.Outputs;

/// <summary>RFC 4180 in UTF-8 with a header line; see <c>docs/formats/outputs.md</c> for columns and nesting.</summary>
internal sealed class CsvFormat : IDatasetFormat
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public Dictionary<string, long> Write(
        Stream stream,
        IReadOnlyList<RecordType> types,
        Dataset dataset,
        bool withQuarantined,
        CancellationToken cancellationToken)
    {
        var columns = types.SelectMany(t => CsvColumn.Of(t.Fields)).DistinctBy(c => c.Name).ToList();
        using var text = new StreamWriter(stream, s_utf8, 1 << 16, leaveOpen: true);
        var csv = new CsvText(text);
        WriteHeader(csv, columns, withQuarantined);
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var type in types)
        {
            using var cursor = dataset.Read(type.Name, withQuarantined);
            var count = 0L;
            for (; cursor.MoveNext(); count++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                WriteRow(csv, columns, cursor, withQuarantined);
            }

            counts[type.Name] = count;
        }

        return counts;
    }

    private static void WriteHeader(CsvText csv, List<CsvColumn> columns, bool withStatus)
    {
        foreach (var column in columns)
        {
            csv.Write(column.Name);
        }

        if (withStatus)
        {
            csv.Write("_status");
            csv.Write("_problems");
        }

        csv.EndRow(isBlank: false);
    }

    private static void WriteRow(CsvText csv, List<CsvColumn> columns, DatasetCursor cursor, bool withStatus)
    {
        var reader = new Utf8JsonReader(cursor.Payload);
        using var record = JsonDocument.ParseValue(ref reader);
        var isBlank = true;
        foreach (var column in columns)
        {
            var cell = column.Read(record.RootElement);
            isBlank &= cell.Length == 0;
            csv.Write(cell);
        }

        if (withStatus)
        {
            csv.Write(cursor.IsQuarantined ? "quarantined" : "kept");
            csv.Write(cursor.Problems ?? "");
        }

        csv.EndRow(isBlank && !withStatus);
    }
}
