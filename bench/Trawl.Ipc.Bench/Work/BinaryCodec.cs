using Trawl.Ipc.Bench.Work.Messages;

namespace Trawl.Ipc.Bench.Work;

/// <summary>Written by hand, straight into the target; the same bytes as <c>node/codec.mjs</c> writes.</summary>
internal sealed class BinaryCodec : Codec
{
    private const int Fixed = 64;

    internal override int Measure(object message) => message switch
    {
        Delta m => Fixed + Bound(m.Content),
        ToolCall m => Fixed + Bound(m.Id) + Bound(m.Name) + m.Arguments.Sum(a => 8 + Bound(a.Name) + Bound(a.Value)),
        ToolResult m => Fixed + Bound(m.Id) + Bound(m.Content),
        ChatRequest m => Fixed + Bound(m.Model) + BoundOf(m.Messages),
        Completion m => Fixed + Bound(m.Id) + Bound(m.Model) + Bound(m.Content) + Bound(m.FinishReason),
        WorkError m => Fixed + Bound(m.Code) + Bound(m.Message),
        _ => throw new ArgumentException($"{message.GetType().Name} is no message of the workload.", nameof(message)),
    };

    internal override int Write(object message, Span<byte> target)
    {
        var writer = new BinaryWriting(target);
        switch (message)
        {
            case Delta m: Write(ref writer, m); break;
            case ToolCall m: Write(ref writer, m); break;
            case ToolResult m: Write(ref writer, m); break;
            case ChatRequest m: Write(ref writer, m); break;
            case Completion m: Write(ref writer, m); break;
            case WorkError m: Write(ref writer, m); break;
        }

        return writer.Length;
    }

    internal override Delta ReadDelta(ReadOnlySpan<byte> body)
    {
        var reader = new BinaryReading(body);
        return ReadDelta(ref reader);
    }

    internal override T Read<T>(ReadOnlySpan<byte> body)
    {
        var reader = new BinaryReading(body);
        if (typeof(T) == typeof(Delta)) return (T)(object)ReadDelta(ref reader);
        if (typeof(T) == typeof(ToolCall)) return (T)(object)ReadToolCall(ref reader);
        if (typeof(T) == typeof(ToolResult)) return (T)(object)new ToolResult(reader.Text(), reader.Text(), reader.Byte() == 1);
        if (typeof(T) == typeof(ChatRequest)) return (T)(object)ReadRequest(ref reader);
        if (typeof(T) == typeof(Completion)) return (T)(object)ReadCompletion(ref reader);
        return (T)(object)new WorkError(reader.Text(), reader.Text());
    }

    private static int Bound(string text) => 4 + (3 * text.Length);

    private static int BoundOf(ChatMessage[] messages)
    {
        var sum = 0;
        foreach (var message in messages) sum += Bound(message.Role) + Bound(message.Content);
        return sum;
    }

    private static void Write(ref BinaryWriting writer, ChatRequest m)
    {
        writer.Number(m.Id);
        writer.Text(m.Model);
        writer.Real(m.Temperature);
        writer.Number(m.MaxTokens);
        writer.Number((uint)m.Messages.Length);
        foreach (var message in m.Messages)
        {
            writer.Text(message.Role);
            writer.Text(message.Content);
        }
    }

    private static void Write(ref BinaryWriting writer, Completion m)
    {
        writer.Text(m.Id);
        writer.Text(m.Model);
        writer.Real(m.Created);
        writer.Text(m.Content);
        writer.Text(m.FinishReason);
        writer.Number(m.Usage.PromptTokens);
        writer.Number(m.Usage.CompletionTokens);
    }

    private static void Write(ref BinaryWriting writer, Delta m)
    {
        writer.Number(m.Index);
        writer.Text(m.Content);
        writer.Text(m.FinishReason ?? "");
    }

    private static void Write(ref BinaryWriting writer, ToolCall m)
    {
        writer.Text(m.Id);
        writer.Text(m.Name);
        writer.Number((uint)m.Arguments.Length);
        foreach (var argument in m.Arguments)
        {
            writer.Text(argument.Name);
            writer.Text(argument.Value);
        }
    }

    private static void Write(ref BinaryWriting writer, ToolResult m)
    {
        writer.Text(m.Id);
        writer.Text(m.Content);
        writer.Byte(m.IsError ? (byte)1 : (byte)0);
    }

    private static void Write(ref BinaryWriting writer, WorkError m)
    {
        writer.Text(m.Code);
        writer.Text(m.Message);
    }

    private static ChatRequest ReadRequest(ref BinaryReading reader)
    {
        var (id, model, temperature, tokens) = (reader.Number(), reader.Text(), reader.Real(), reader.Number());
        var messages = new ChatMessage[reader.Number()];
        for (var i = 0; i < messages.Length; i++) messages[i] = new ChatMessage(reader.Text(), reader.Text());
        return new ChatRequest(id, model, temperature, tokens, messages);
    }

    private static Completion ReadCompletion(ref BinaryReading reader) => new(
        reader.Text(), reader.Text(), reader.Real(), reader.Text(), reader.Text(), new TokenUsage(reader.Number(), reader.Number()));

    private static Delta ReadDelta(ref BinaryReading reader)
    {
        var (index, content, reason) = (reader.Number(), reader.Text(), reader.Text());
        return new Delta(index, content, reason.Length == 0 ? null : reason);
    }

    private static ToolCall ReadToolCall(ref BinaryReading reader)
    {
        var (id, name) = (reader.Text(), reader.Text());
        var arguments = new ToolArgument[reader.Number()];
        for (var i = 0; i < arguments.Length; i++) arguments[i] = new ToolArgument(reader.Text(), reader.Text());
        return new ToolCall(id, name, arguments);
    }
}
