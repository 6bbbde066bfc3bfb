namespace Trawl.Ipc.Bench.Channels;

/// <summary>What a frame of the benchmarks holds; the same numbers as in <c>node/codec.mjs</c>.</summary>
internal static class Kind
{
    internal const byte Request = 1, Completion = 2, Delta = 3, ToolCall = 4, ToolResult = 5, Error = 6;

    /// <summary>A request for a stream: each delta is to be sent by itself, or all may be gathered.</summary>
    internal const byte StreamRequest = 7, BatchRequest = 8;

    /// <summary>Comes back as it is; is counted; asks for the count.</summary>
    internal const byte Echo = 100, Count = 101, Total = 102;
}
