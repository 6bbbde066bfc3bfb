using System.Text;
using System.Text.Json;

namespace Trawl.Storage.Outputs;

/// <summary>
/// Puts a record into a file as it was extracted; with those set aside, each says which it is in <c>_status</c> and
/// <c>_problems</c>.
/// </summary>
internal static class JsonText
{
    internal static void Write(Stream stream, DatasetCursor cursor, bool withStatus)
    {
        var payload = cursor.Payload;
        if (!withStatus)
        {
            stream.Write(payload);
            return;
        }

        var body = payload[..payload.LastIndexOf((byte)'}')];
        stream.Write(body);
        stream.Write(body.Length > 1 ? ",\"_status\":\""u8 : "\"_status\":\""u8);
        stream.Write(cursor.IsQuarantined ? "quarantined\",\"_problems\":"u8 : "kept\",\"_problems\":"u8);
        stream.Write(Encoding.UTF8.GetBytes(cursor.Problems ?? "[]"));
        stream.WriteByte((byte)'}');
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
