using System.Text;
using System.Text.Json;

namespace Trawl.Storage.Outputs;

/// <summary>
/// Puts a record into a file as it was extracted, with what the part of the dataset says of each behind its fields.
/// </summary>
internal static class JsonText
{
    internal static void Write(Stream stream, DatasetCursor cursor, DatasetPart part)
    {
        var payload = cursor.Payload;
        if (part.Marks() is not [var word, var particulars])
        {
            stream.Write(payload);
            return;
        }

        var body = payload[..payload.LastIndexOf((byte)'}')];
        stream.Write(body);
        stream.Write(body.Length > 1 ? ","u8 : ""u8);
        stream.Write(Encoding.UTF8.GetBytes($"\"{word}\":\"{cursor.Mark}\",\"{particulars}\":{cursor.Particulars ?? part.Nothing()}}}"));
    }

    /// <summary>
    /// A JSON string's text; one with half a surrogate pair, which JSON can escape and UTF-8 cannot, as it is written.
    /// </summary>
    internal static string Read(JsonElement text)
    {
        try
        {
            return text.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return text.GetRawText().Trim('"');
        }
    }
}
