using System.Text.Json.Serialization;

namespace Trawl.Ipc.Diagnostics;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IpcProcessStats))]
internal sealed partial class IpcStatsJson : JsonSerializerContext;
