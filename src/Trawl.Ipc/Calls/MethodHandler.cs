using Trawl.Ipc.Frames;

namespace Trawl.Ipc.Calls;

/// <summary>What is done with the requests of one method. Called on the thread that reads.</summary>
internal abstract class MethodHandler
{
    public abstract FrameFault Handle(in InboundRequest request);
}
