using System.Text;
using Trawl.Engine.Seams.Fetching;
using Trawl.Recording.Capturing;
using Trawl.Warc;
using Trawl.Warc.Reading;

namespace Trawl.Recording.Reading;

/// <summary>Reads what <see cref="ExchangeNotes"/> wrote.</summary>
internal static class StoredNotes
{
    private const int Most = 1 << 20;

    public static IReadOnlyList<Field> Read(WarcRecord record)
    {
        var fields = new List<Field>();
        foreach (var line in Encoding.UTF8.GetString(record.ReadBlock(Most)).Split("\r\n"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                fields.Add(new Field(line[..colon], line[(colon + 1)..].Trim()));
            }
        }

        return fields;
    }

    public static FetchError? Error(IReadOnlyList<Field> notes) =>
        Enum.TryParse<FetchErrorKind>(Value(notes, ExchangeNotes.Error), out var kind)
            ? new FetchError(kind, Value(notes, ExchangeNotes.ErrorMessage) ?? "")
            : null;

    public static string Protocol(IReadOnlyList<Field> notes) => Value(notes, ExchangeNotes.Protocol) ?? "HTTP/1.1";

    public static IReadOnlyList<string> Notes(IReadOnlyList<Field> notes) =>
        [.. notes.Where(field => field.Name == ExchangeNotes.Note).Select(field => field.Value)];

    private static string? Value(IReadOnlyList<Field> notes, string name) => notes.FirstOrDefault(f => f.Name == name).Value;
}
