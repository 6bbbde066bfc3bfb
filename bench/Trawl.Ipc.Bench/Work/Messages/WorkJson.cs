using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trawl.Ipc.Bench.Work.Messages;

/// <summary>Serialisers made by the compiler, the fastest that System.Text.Json has.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ChatRequest))]
[JsonSerializable(typeof(Completion))]
[JsonSerializable(typeof(Delta))]
[JsonSerializable(typeof(ToolCall))]
[JsonSerializable(typeof(ToolResult))]
[JsonSerializable(typeof(WorkError))]
[JsonSerializable(typeof(WorkContent))]
internal sealed partial class WorkJson : JsonSerializerContext;
