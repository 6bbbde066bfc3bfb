using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Calls;

/// <summary>Admits a call, copies its body and lets the thread pool serve it.</summary>
internal abstract class PooledHandler : MethodHandler
{
    public override FrameFault Handle(in InboundRequest request)
    {
        var call = Open(request);
        switch (request.Link.Inbound.TryAdd(call, request.IsOneWay))
        {
            case InboundAdmission.Duplicate: return FrameFault.Sequence;
            case InboundAdmission.Full:
                request.Refuse(new(IpcErrorCode.Busy, $"{request.Link.Options.MaxCalls} calls are being served already."));
                break;
            default:
                ThreadPool.UnsafeQueueUserWorkItem(call, preferLocal: false);
                break;
        }

        return FrameFault.None;
    }

    protected abstract InboundCall Open(in InboundRequest request);
}
