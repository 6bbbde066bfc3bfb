using System.Text.Json.Serialization.Metadata;
using Trawl.Ipc.Bench.Work;
using Trawl.Ipc.Bench.Work.Messages;
using Trawl.Ipc.Codecs;

namespace Trawl.Ipc.Bench.Calls;

/// <summary>The workload as methods of Trawl.Ipc's calls.</summary>
internal sealed class WorkMethods(bool json)
{
    internal IpcMethod<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Echo { get; } = new(1, IpcCodecs.Bytes, IpcCodecs.Bytes);

    internal IpcMethod<ChatRequest, Completion> Complete { get; } =
        new(2, Codec(WorkJson.Default.ChatRequest, json), Codec(WorkJson.Default.Completion, json));

    internal IpcMethod<ToolCall, ToolResult> Call { get; } =
        new(3, Codec(WorkJson.Default.ToolCall, json), Codec(WorkJson.Default.ToolResult, json));

    internal IpcMethod<ChatRequest, Delta> Stream { get; } =
        new(4, Codec(WorkJson.Default.ChatRequest, json), Codec(WorkJson.Default.Delta, json));

    /// <summary>Asked for nothing, the server says what its garbage collector has from the system: 8 bytes, little endian.</summary>
    internal IpcMethod<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> Heap { get; } = new(5, IpcCodecs.Bytes, IpcCodecs.Bytes);

    private static IIpcCodec<T> Codec<T>(JsonTypeInfo<T> type, bool json)
        where T : class => json ? IpcCodecs.Json(type) : new WorkCodec<T>();
}
