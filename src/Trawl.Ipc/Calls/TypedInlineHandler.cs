using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Calls;

/// <summary>A function from request to reply, on the thread that reads.</summary>
internal sealed class TypedInlineHandler<TRequest, TReply>(
    IpcMethod<TRequest, TReply> method, Func<TRequest, IpcResult<TReply>> handler) : MethodHandler
{
    public override FrameFault Handle(in InboundRequest request)
    {
        if (!method.Request.TryRead(request.Body, out var value))
        {
            request.Refuse(new(IpcErrorCode.Malformed, "The request is not what the method's codec reads."));
            return FrameFault.None;
        }

        var began = request.Link.Counters.ServiceTime.Start();
        IpcError? error;
        try
        {
            if (handler(value).TryGet(out var reply, out error) && !request.IsOneWay)
                Replies.Send(request.Link, request.Id, method.Reply, reply);
        }
        catch (Exception e)
        {
            error = Replies.Of(e, request.Link);
        }

        if (error is not null) request.Refuse(error);
        request.Link.Counters.ServiceTime.Stop(began);
        return FrameFault.None;
    }
}
