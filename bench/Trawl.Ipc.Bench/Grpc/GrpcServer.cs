using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Trawl.Ipc.Bench.Channels;
using Trawl.Ipc.Bench.Work;
using Trawl.Ipc.Bench.Work.Messages;

namespace Trawl.Ipc.Bench.Grpc;

/// <summary>
/// The wire of gRPC on Kestrel over a Unix socket (HTTP/2, length-prefixed messages, trailers), without a layer of
/// generated code above it, and with the same binary codec as every best case: less work than gRPC itself would do.
/// </summary>
internal static class GrpcServer
{
    /// <summary>u8 compressed, u32 length, big endian.</summary>
    internal const int PrefixSize = 5;

    internal static int Serve(string path, string contentFile)
    {
        var answers = new WorkAnswers(WorkContent.Load(contentFile));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.ListenUnixSocket(path, listen => listen.Protocols = HttpProtocols.Http2));
        var app = builder.Build();
        app.Run(context => AnswerAsync(context, answers));
        app.Lifetime.ApplicationStarted.Register(Roles.SayReady);
        app.Run();
        return 0;
    }

    internal static void WriteMessage(PipeWriter writer, Codec codec, object message)
    {
        var target = writer.GetSpan(PrefixSize + codec.Measure(message));
        var size = codec.Write(message, target[PrefixSize..]);
        target[0] = 0;
        BinaryPrimitives.WriteInt32BigEndian(target[1..], size);
        writer.Advance(PrefixSize + size);
    }

    private static async Task AnswerAsync(HttpContext context, WorkAnswers answers)
    {
        var body = await ReadAsync(context.Request.BodyReader);
        context.Response.ContentType = "application/grpc";
        context.Response.DeclareTrailer("grpc-status");
        var kind = byte.Parse(context.Request.Path.Value.AsSpan(1), null);
        await RespondAsync(context.Response.BodyWriter, kind, body, answers);
        context.Response.AppendTrailer("grpc-status", "0");
    }

    private static async Task RespondAsync(PipeWriter writer, byte kind, byte[] body, WorkAnswers answers)
    {
        var codec = new BinaryCodec();
        switch (kind)
        {
            case Kind.Echo:
                var echo = writer.GetMemory(PrefixSize + body.Length);
                echo.Span[0] = 0;
                BinaryPrimitives.WriteInt32BigEndian(echo.Span[1..], body.Length);
                body.CopyTo(echo[PrefixSize..]);
                writer.Advance(PrefixSize + body.Length);
                break;
            case Kind.Request: WriteMessage(writer, codec, answers.Complete(codec.Read<ChatRequest>(body))); break;
            case Kind.ToolCall: WriteMessage(writer, codec, answers.Call(codec.Read<ToolCall>(body))); break;
            default:
                _ = codec.Read<ChatRequest>(body);
                await StreamAsync(writer, codec, answers, gathered: kind == Kind.BatchRequest);
                break;
        }
    }

    private static async Task StreamAsync(PipeWriter writer, Codec codec, WorkAnswers answers, bool gathered)
    {
        for (var index = 0; index < answers.Pieces; index++)
        {
            WriteMessage(writer, codec, answers.Piece(index));
            if (!gathered) await writer.FlushAsync();
        }
    }

    private static async Task<byte[]> ReadAsync(PipeReader reader)
    {
        for (; ;)
        {
            var result = await reader.ReadAsync();
            if (result.IsCompleted || IsWhole(result.Buffer))
            {
                var body = result.Buffer.Slice(PrefixSize).ToArray();
                reader.AdvanceTo(result.Buffer.End);
                return body;
            }

            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    private static bool IsWhole(ReadOnlySequence<byte> buffer)
    {
        if (buffer.Length < PrefixSize) return false;
        Span<byte> prefix = stackalloc byte[PrefixSize];
        buffer.Slice(0, PrefixSize).CopyTo(prefix);
        return buffer.Length >= PrefixSize + BinaryPrimitives.ReadInt32BigEndian(prefix[1..]);
    }
}
