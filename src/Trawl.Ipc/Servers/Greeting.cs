using System.Diagnostics;
using Trawl.Ipc.Dispatching;
using Trawl.Ipc.Handshakes;
using Trawl.Ipc.Native;

namespace Trawl.Ipc.Servers;

/// <summary>A socket whose peer has not yet said properly who it is. It has the handshake's time for that.</summary>
internal sealed class Greeting : Dispatched
{
    private readonly ServerHandshake _handshake;
    private readonly IpcServer _server;
    private readonly Dispatcher _dispatcher;
    private readonly long _began = Stopwatch.GetTimestamp();
    private bool _isOver;

    public Greeting(ServerHandshake handshake, IpcServer server, Dispatcher dispatcher)
    {
        (_handshake, _server, _dispatcher) = (handshake, server, dispatcher);
        dispatcher.RequestTicks(this);
    }

    public override UnixSocket Socket => _handshake.Socket;

    public override bool OnSignal(uint events)
    {
        if (_isOver) return false;
        var state = _handshake.Advance();
        if (state != HandshakeState.Pending) End(state == HandshakeState.Done);
        return false;
    }

    public override Turn Run() => Turn.Over;

    public override void OnFailed(Exception exception) => End(isWelcome: false);

    public override void OnStopped()
    {
        if (!_isOver) End(isWelcome: false);
    }

    public override bool Tick(long now)
    {
        if (_isOver) return false;
        if (Stopwatch.GetElapsedTime(_began, now) < _server.Options.HandshakeTimeout) return true;
        _handshake.Refuse(IpcErrorCode.TimedOut, "The greeting took too long.");
        End(isWelcome: false);
        return false;
    }

    private void End(bool isWelcome)
    {
        _isOver = true;
        _dispatcher.Remove(this);
        if (isWelcome) _server.Admit(_handshake);
        else _server.TurnAway(_handshake);
    }
}
