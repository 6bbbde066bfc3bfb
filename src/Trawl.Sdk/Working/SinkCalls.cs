using Trawl.Model.Plans;
using Trawl.Sdk.Sinks;
using Trawl.Sdk.Wire;

namespace Trawl.Sdk.Working;

/// <summary>Brings batches to a sink.</summary>
internal static class SinkCalls
{
    public static async ValueTask<(AnswerMeta, IReadOnlyList<ReadOnlyMemory<byte>>)> RunAsync(
        IRecordSink part, CallMeta call, IReadOnlyList<ReadOnlyMemory<byte>> blobs)
    {
        var sink = call.Sink ?? throw new WireException($"A call \"{call.Do}\" says nothing of its sink.");
        switch (call.Do)
        {
            case "begin": return (new AnswerMeta { Batch = await part.OpenAsync(new SinkRun(sink.Run, sink.Output, [.. sink.Records.Select(Type)])) }, []);
            case "commit": await part.CommitAsync(Batch(sink, blobs)); break;
            case "complete": await part.CompleteAsync(); break;
            default: throw new NotSupportedException($"This worker does not know the call \"{call.Do}\".");
        }

        return (new AnswerMeta(), []);
    }

    private static SinkBatch Batch(SinkMeta sink, IReadOnlyList<ReadOnlyMemory<byte>> blobs)
    {
        if (sink.Types.Length != blobs.Count) throw new WireException($"A batch names {sink.Types.Length} types and has {blobs.Count} records.");
        return new SinkBatch(sink.Run, sink.Output, sink.Batch, sink.Offset, [.. blobs.Select((json, i) => new SinkRecord(sink.Types[i], json))]);
    }

    private static SinkRecordType Type(SinkTypeMeta type) =>
        new(type.Name, type.Key, [.. type.Columns.Select(c => new SinkColumn(c.Name, Enum.Parse<FieldType>(c.Type, ignoreCase: true), c.Many))]);
}
