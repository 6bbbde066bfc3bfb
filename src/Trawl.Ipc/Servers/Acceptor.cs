using Trawl.Ipc.Connections;
using Trawl.Ipc.Dispatching;
using Trawl.Ipc.Handshakes;
using Trawl.Ipc.Native;

namespace Trawl.Ipc.Servers;

/// <summary>Takes new sockets from the listening one and has each greet, without waiting for any.</summary>
internal sealed class Acceptor(ListeningSocket listening, IpcServer server, Dispatcher dispatcher) : Dispatched
{
    private const int FairShare = 16;

    public override UnixSocket Socket => listening.Socket;

    public override bool OnSignal(uint events) => true;

    public override Turn Run()
    {
        for (var i = 0; i < FairShare; i++)
        {
            if (listening.Socket.TryAccept() is not { } socket) return i == 0 ? Turn.Quiet : Turn.Busy;
            var handshake = new ServerHandshake(socket, server.Options, server.NextEpoch());
            if (server.Enter(handshake) is { } reason) Refuse(handshake, reason);
            else dispatcher.Add(new Greeting(handshake, server, dispatcher), Epoll.In | Epoll.Gone);
        }

        return Turn.Busy;
    }

    public override void OnFailed(Exception exception) => server.Options.OnHandlerException?.Invoke(exception);

    public override void OnStopped()
    {
    }

    private static void Refuse(ServerHandshake handshake, string reason)
    {
        handshake.Refuse(IpcErrorCode.Busy, reason);
        handshake.Socket.Dispose();
    }
}
