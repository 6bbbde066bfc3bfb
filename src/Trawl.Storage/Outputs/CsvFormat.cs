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
        DatasetPart part,
        CancellationToken cancellationToken)
    {
        var columns = types.SelectMany(t => CsvColumn.Of(t.Fields)).DistinctBy(c => c.Name).ToList();
        using var text = new StreamWriter(stream, s_utf8, 1 << 16, leaveOpen: true);
        var csv = new CsvText(text);
        WriteHeader(csv, columns, part);
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var type in types)
        {
            using var cursor = dataset.Read(type.Name, part);
            var count = 0L;
            for (; cursor.MoveNext(); count++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                WriteRow(csv, columns, cursor, part);
            }

            counts[type.Name] = count;
        }

        return counts;
    }

    private static void WriteHeader(CsvText csv, List<CsvColumn> columns, DatasetPart part)
    {
        foreach (var column in columns)
        {
            csv.Write(column.Name);
        }

        foreach (var mark in part.Marks())
        {
            csv.Write(mark);
        }

        csv.EndRow(isBlank: false);
    }

    private static void WriteRow(CsvText csv, List<CsvColumn> columns, DatasetCursor cursor, DatasetPart part)
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

        var isMarked = part.Marks().Count > 0;
        if (isMarked)
        {
            csv.Write(cursor.Mark);
            csv.Write(cursor.Particulars ?? "");
        }

        csv.EndRow(isBlank && !isMarked);
    }
}
