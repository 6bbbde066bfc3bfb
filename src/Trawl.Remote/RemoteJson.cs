using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Trawl.Api.Serialization;
using Trawl.Remote.Bodies;

namespace Trawl.Remote;

/// <summary>JSON of what only calls over HTTP have.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProblemBody))]
[JsonSerializable(typeof(StopBody))]
[JsonSerializable(typeof(ResumeBody))]
[JsonSerializable(typeof(ReplayBody))]
[JsonSerializable(typeof(TryBody))]
[JsonSerializable(typeof(SavePipelineBody))]
internal sealed partial class RemoteJson : JsonSerializerContext
{
    /// <summary>The form of a type of the API, or of this room.</summary>
    public static JsonTypeInfo<T> Of<T>() =>
        (JsonTypeInfo<T>)(ApiJson.Default.GetTypeInfo(typeof(T)) ?? Default.GetTypeInfo(typeof(T))!);
}
