namespace Trawl.Ipc.Calls;

/// <summary>What a token's callback needs.</summary>
internal sealed class CancelState(PendingCall call, Action<PendingCall> cancel)
{
    public void Run() => cancel(call);
}
