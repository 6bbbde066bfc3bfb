using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Bench.Recovery;

/// <summary>
/// What the allocation counter says around messages of a warm connection with both ends in this process: bytes a message,
/// sending, receiving and answering together.
/// </summary>
internal sealed class AllocationTrials(string path)
{
    private const int Repetitions = 5;

    /// <summary>A bare channel and its echo.</summary>
    internal double Channel(int messages)
    {
        using var listener = IpcListener.Listen(IpcEndpoint.At(path));
        var accepting = Task.Run(() => listener.Accept(TimeSpan.FromSeconds(30)).Unwrap());
        using var client = IpcChannel.Connect(IpcEndpoint.At(path)).Unwrap();
        using var server = accepting.GetAwaiter().GetResult();
        var message = new byte[64];
        return Least(messages, () =>
        {
            for (var i = 0; i < messages; i++)
            {
                Pass(client, server, message);
                Pass(server, client, message);
            }
        });
    }

    /// <summary>Calls that block for their answer, with the server's dispatcher on its own thread.</summary>
    internal double Calls(int messages)
    {
        using var server = RecoveryServer.Listen(IpcEndpoint.At(path));
        using var client = IpcConnection.Connect(IpcEndpoint.At(path)).Unwrap();
        var method = new IpcMethod<long, long>(RecoveryServer.Echo, new NumberCodec(), new NumberCodec());
        return Least(messages, () =>
        {
            for (var i = 0; i < messages; i++)
                if (client.Call(method, i).Unwrap() != i) throw new InvalidOperationException("The echo is wrong.");
        });
    }

    private static void Pass(IpcChannel from, IpcChannel to, byte[] message)
    {
        if (!from.TrySend(message, FrameType.Message, 1) || !to.TryRead(out var frame) || frame.Payload.Length != message.Length)
            throw new InvalidOperationException("The message was lost.");
        to.Advance();
    }

    // The least of a few: now and then the runtime itself allocates something.
    private static double Least(int messages, Action action)
    {
        action();
        var least = long.MaxValue;
        for (var i = 0; i < Repetitions; i++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            action();
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        return least / (double)messages;
    }
}
