using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trawl.Sdk.Wire;

/// <summary>The JSON of messages.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(WorkerStart))]
[JsonSerializable(typeof(OpenMeta))]
[JsonSerializable(typeof(OpenedMeta))]
[JsonSerializable(typeof(CallMeta))]
[JsonSerializable(typeof(AnswerMeta))]
[JsonSerializable(typeof(FailureMeta))]
[JsonSerializable(typeof(LogMeta))]
[JsonSerializable(typeof(FetchMeta))]
[JsonSerializable(typeof(FetchedMeta))]
internal sealed partial class WireJson : JsonSerializerContext
{
    private static WireJson? s_plain;

    /// <summary>Letters outside ASCII stand as themselves.</summary>
    public static WireJson Plain => s_plain ??= new WireJson(
        new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
