using Trawl.Ipc.Bench.Work.Messages;

namespace Trawl.Ipc.Bench.Work;

/// <summary>The model and its tools, as fast as they can be: every answer holds something of its question.</summary>
internal sealed class WorkAnswers(WorkContent content)
{
    internal const string Stop = "stop";

    internal int Pieces => content.Deltas.Length;

    internal Completion Complete(ChatRequest request)
    {
        var characters = 0;
        foreach (var message in request.Messages) characters += message.Content.Length;
        var usage = new TokenUsage((uint)characters / 4, (uint)content.Answer.Length / 4);
        return new Completion($"cmpl-{request.Id}", request.Model, 1790000000, content.Answer, Stop, usage);
    }

    internal object Call(ToolCall call) => call.Name == "fail"
        ? new WorkError("tool_failed", $"The tool failed: {call.Id}")
        : new ToolResult(call.Id, $"{call.Name}: {string.Join(',', call.Arguments.Select(a => a.Value.Length))}", false);

    internal Delta Piece(int index) => new((uint)index, content.Deltas[index], index == Pieces - 1 ? Stop : null);
}
