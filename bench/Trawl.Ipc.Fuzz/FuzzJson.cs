using System.Text.Json.Serialization;

namespace Trawl.Ipc.Fuzz;

[JsonSerializable(typeof(FuzzMessage))]
internal sealed partial class FuzzJson : JsonSerializerContext;
