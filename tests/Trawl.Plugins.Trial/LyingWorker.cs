using System.Text;
using System.Text.Json;
using Trawl.Ipc;
using Trawl.Sdk.Wire;
using Trawl.Sdk.Working;

namespace Trawl.Plugins.Trial;

/// <summary>
/// A worker without the loop of the Sdk, which sends whatever it is told to: the first record of a call is
/// <c>{"op","call","text"}</c>, where "call" is added to the call's number.
/// </summary>
internal static class LyingWorker
{
    public static int Run(string opened)
    {
        var start = EngineLine.Read(Console.OpenStandardInput())!;
        var options = new IpcOptions { Token = Convert.FromHexString(start.Token), RingBytes = 4 << 20 };
        if (!IpcChannel.Connect(IpcEndpoint.At(start.Socket), options).TryGet(out var connection, out var error)) throw new IOException(error.ToString());
        using var channel = new WireChannel(connection, inPlace: false);
        while (channel.Receive(Timeout.InfiniteTimeSpan) is { } message && message.Op != WireOp.Close)
        {
            if (message.Op == WireOp.Open) Send(channel, WireOp.Opened, 0, opened);
            if (message.Op == WireOp.Call) Lie(channel, message);
        }

        return 0;
    }

    private static void Lie(WireChannel channel, WireMessage message)
    {
        using var lie = JsonDocument.Parse(message.Blobs[0]);
        var call = (long)message.Call + lie.RootElement.GetProperty("call").GetInt64();
        Send(channel, (WireOp)lie.RootElement.GetProperty("op").GetByte(), (ulong)call, lie.RootElement.GetProperty("text").GetString()!);
    }

    private static void Send(WireChannel channel, WireOp op, ulong call, string text) =>
        channel.Send(op, call, Encoding.UTF8.GetBytes(text), [], Timeout.InfiniteTimeSpan);
}
