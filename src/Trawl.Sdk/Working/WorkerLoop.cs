using System.Text.Json;
using Trawl.Ipc;
using Trawl.Model.Plugins;
using Trawl.Sdk.Wire;

namespace Trawl.Sdk.Working;

/// <summary>Answers the engine, one message after the other.</summary>
internal sealed class WorkerLoop(WireChannel channel, Dictionary<PluginKind, Func<PluginContext, object>> parts)
{
    /// <summary>Bytes of each ring: a page up to a quarter of it lies in one piece. Memory is used only where it is written.</summary>
    private const int PageRing = 64 << 20;

    private const int RecordRing = 4 << 20;

    private Dispatcher? _dispatcher;

    public static int Run(WorkerStart start, Dictionary<PluginKind, Func<PluginContext, object>> parts)
    {
        var hasPages = parts.ContainsKey(PluginKind.Extract) || parts.ContainsKey(PluginKind.Parse);
        var options = new IpcOptions
        {
            Token = Convert.FromHexString(start.Token),
            RingBytes = hasPages ? PageRing : RecordRing,
            // The engine is believed: it started this process and can do with it what it likes.
            Trust = IpcTrust.InPlace,
            HandshakeTimeout = TimeSpan.FromSeconds(10),
        };
        if (!IpcChannel.Connect(IpcEndpoint.At(start.Socket), options).TryGet(out var connection, out var error))
        {
            Console.Error.WriteLine($"The engine cannot be reached: {error}");
            return 1;
        }

        using var channel = new WireChannel(connection, inPlace: true);
        return new WorkerLoop(channel, parts).Run();
    }

    private int Run()
    {
        try
        {
            while (true)
            {
                var message = channel.Receive(Timeout.InfiniteTimeSpan)!;
                if (message.Op == WireOp.Close) return Close();
                Handle(message);
            }
        }
        catch (WireException end) when (end.IsGone)
        {
            return 0;
        }
    }

    private int Close()
    {
        channel.Done();
        _dispatcher?.Dispose();
        return 0;
    }

    private void Handle(WireMessage message)
    {
        switch (message.Op)
        {
            case WireOp.Open:
                Open(message);
                break;
            case WireOp.Ping:
                channel.Done();
                channel.Send(WireOp.Pong, message.Call, default, [], Timeout.InfiniteTimeSpan);
                break;
            case WireOp.Call when _dispatcher is not null:
                Answer(message);
                break;
            default: throw new WireException($"The engine sent {message.Op}, which a worker does not expect.");
        }
    }

    private void Open(WireMessage message)
    {
        var open = JsonSerializer.Deserialize(message.Meta.Span, WireJson.Plain.OpenMeta)!;
        channel.Done();
        try
        {
            var settings = new PluginSettings(open.Settings, open.Secrets);
            var engine = new EngineLink(channel, open.Hosts);
            _dispatcher = new Dispatcher(parts, new PluginContext(open.Name, settings, open.Secrets, open.TempFolder, engine), engine);
            var opened = new OpenedMeta { Contract = PluginManifest.CurrentContract, Kinds = [.. parts.Keys.Select(KindNames.Of)] };
            Send(WireOp.Opened, message.Call, JsonSerializer.SerializeToUtf8Bytes(opened, WireJson.Plain.OpenedMeta), []);
        }
        catch (Exception fault) when (fault is not WireException)
        {
            Fail(message.Call, fault);
        }
    }

    private void Answer(WireMessage message)
    {
        // A plugin that fetches gets its answers where the call lies: the call is copied away first.
        if (_dispatcher!.MayFetch)
        {
            message = message.Copy();
            channel.Done();
        }

        try
        {
            // Authors' code is asynchronous, the protocol is one call at a time: this thread has nothing better to do.
            var (meta, blobs) = _dispatcher.RunAsync(message).AsTask().GetAwaiter().GetResult();
            // A parser may hand back part of the page itself: the page stays where it is until the answer is on its way.
            Send(WireOp.Answer, message.Call, JsonSerializer.SerializeToUtf8Bytes(meta, WireJson.Plain.AnswerMeta), blobs);
            channel.Done();
        }
        catch (Exception fault) when (fault is not WireException)
        {
            channel.Done();
            Fail(message.Call, fault);
        }
    }

    private void Fail(ulong call, Exception fault)
    {
        Console.Error.WriteLine(fault);
        var meta = new FailureMeta(Faults.Describe(fault));
        Send(WireOp.Failure, call, JsonSerializer.SerializeToUtf8Bytes(meta, WireJson.Plain.FailureMeta), []);
    }

    private void Send(WireOp op, ulong call, byte[] meta, IReadOnlyList<ReadOnlyMemory<byte>> blobs) =>
        channel.Send(op, call, meta, blobs, Timeout.InfiniteTimeSpan);
}
