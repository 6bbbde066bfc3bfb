using System.Buffers.Binary;
using Trawl.Ipc.Bench.Channels;
using Trawl.Ipc.Bench.Work;
using Trawl.Ipc.Bench.Work.Messages;

namespace Trawl.Ipc.Bench.Calls;

/// <summary>Trawl.Ipc's server with the workload behind it: short methods on the thread that reads, streams on the pool.</summary>
internal static class CallServer
{
    private static readonly IpcErrorCode s_toolFailed = IpcErrorCode.ApplicationBase;

    internal static TimeSpan Patience => TimeSpan.FromMinutes(5);

    internal static int Serve(string way, string path, string codec, string contentFile)
    {
        using var server = Start(TrawlChannel.EndpointAt(path), codec, contentFile, TrawlChannel.With(way, new IpcServerOptions { HandshakeTimeout = Patience }));
        Roles.SayReady();
        Thread.Sleep(Timeout.Infinite);
        return 0;
    }

    internal static IpcServer Start(IpcEndpoint endpoint, string codec, string contentFile, IpcServerOptions options)
    {
        var methods = new WorkMethods(codec == "json");
        var answers = new WorkAnswers(WorkContent.Load(contentFile));
        var handlers = new IpcHandlers()
            .OnInline(methods.Echo.Id, (ref IpcExchange exchange) => exchange.Reply(exchange.Payload))
            .OnInline(methods.Heap.Id, (ref IpcExchange exchange) => ReplyWithHeap(ref exchange))
            .OnInline(methods.Complete, request => answers.Complete(request))
            .OnInline(methods.Call, call => Answer(answers, call))
            .OnStream(methods.Stream, (_, writer, _) => StreamAsync(answers, writer));
        return IpcServer.Listen(endpoint, handlers, options);
    }

    private static void ReplyWithHeap(ref IpcExchange exchange)
    {
        var committed = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(committed, GC.GetGCMemoryInfo(GCKind.Any).TotalCommittedBytes);
        exchange.Reply(committed);
    }

    private static IpcResult<ToolResult> Answer(WorkAnswers answers, ToolCall call) => answers.Call(call) switch
    {
        ToolResult result => result,
        WorkError error => new IpcError(s_toolFailed, error.Message),
        _ => throw new InvalidOperationException("A tool has answered strangely."),
    };

    private static async ValueTask<IpcError?> StreamAsync(WorkAnswers answers, IpcStreamWriter<Delta> writer)
    {
        for (var index = 0; index < answers.Pieces; index++)
        {
            if (await writer.WriteAsync(answers.Piece(index)) is { } error) return error;
        }

        return null;
    }
}
