using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Calls;

/// <summary>Runs on the thread that reads, on the message where it lies.</summary>
internal sealed class InlineHandler(IpcInlineHandler handler) : MethodHandler
{
    public override FrameFault Handle(in InboundRequest request)
    {
        var began = request.Link.Counters.ServiceTime.Start();
        var exchange = new IpcExchange(request);
        try
        {
            handler(ref exchange);
            exchange.EnsureReplied();
        }
        catch (Exception e)
        {
            exchange.FailIfOpen(Replies.Of(e, request.Link));
        }

        request.Link.Counters.ServiceTime.Stop(began);
        return FrameFault.None;
    }
}
