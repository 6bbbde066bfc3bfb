using Trawl.Ipc.Bench.Work.Messages;

namespace Trawl.Ipc.Bench.Work;

/// <summary>Holds every answer against its question, so that nobody wins by not doing the work.</summary>
internal sealed class WorkCheck(WorkContent content)
{
    private readonly uint _prompt = (uint)content.Request.Messages.Sum(m => m.Content.Length) / 4;
    private readonly int _streamed = content.Deltas.Sum(d => d.Length);

    internal void Check(Completion answer, uint id) => Require(
        answer.Id == $"cmpl-{id}" && answer.Usage.PromptTokens == _prompt && answer.Content.Length == content.Answer.Length);

    internal void Check(ToolResult answer) => Require(
        answer.Id == content.ToolCall.Id && !answer.IsError && answer.Content.Length > 0);

    internal void Check(WorkError answer, bool expected)
    {
        if (!expected || answer.Code != "tool_failed") throw new InvalidOperationException($"Unexpected failure: {answer.Code}, {answer.Message}");
    }

    /// <summary>True with the last piece.</summary>
    internal bool Check(Delta delta, ref int next, ref int characters)
    {
        characters += delta.Content.Length;
        Require(delta.Index == next++);
        if (delta.FinishReason != WorkAnswers.Stop) return false;
        Require(characters == _streamed);
        return true;
    }

    private static void Require(bool holds)
    {
        if (!holds) throw new InvalidOperationException("The answer does not fit the question.");
    }
}
