using Trawl.Ipc.Bench.Channels;
using Trawl.Ipc.Bench.Work.Messages;

namespace Trawl.Ipc.Bench.Work;

/// <summary>Answers the workload over a channel: reads every message whole, and answers from what it read.</summary>
internal sealed class WorkServer(Channel channel, Codec codec, WorkAnswers answers)
{
    internal void Answer(Frame frame)
    {
        switch (frame.Kind)
        {
            case Kind.Request:
                Send(Kind.Completion, frame.Id, answers.Complete(codec.Read<ChatRequest>(frame.Body)));
                break;
            case Kind.ToolCall when answers.Call(codec.Read<ToolCall>(frame.Body)) is var answer:
                Send(answer is WorkError ? Kind.Error : Kind.ToolResult, frame.Id, answer);
                break;
            case Kind.StreamRequest or Kind.BatchRequest:
                _ = codec.Read<ChatRequest>(frame.Body);
                Stream(frame.Id, gathered: frame.Kind == Kind.BatchRequest);
                break;
        }
    }

    private void Stream(uint id, bool gathered)
    {
        for (var index = 0; index < answers.Pieces; index++)
        {
            Send(Kind.Delta, id, answers.Piece(index));
            if (!gathered || (index + 1) % channel.Gathers == 0) channel.Flush();
        }
    }

    private void Send(byte kind, uint id, object message)
    {
        var target = channel.Reserve(codec.Measure(message));
        channel.Commit(codec.Write(message, target), kind, id);
    }
}
