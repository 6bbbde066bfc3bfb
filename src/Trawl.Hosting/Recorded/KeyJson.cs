using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trawl.Hosting.Recorded;

/// <summary>Writes keys as records have them: no more escapes than JSON asks for.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class KeyJson : JsonSerializerContext
{
    private static KeyJson? s_plain;

    public static KeyJson Plain => s_plain ??= new KeyJson(
        new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
