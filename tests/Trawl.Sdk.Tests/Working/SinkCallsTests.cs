using System.Text;
using Trawl.Model.Plans;
using Trawl.Sdk.Sinks;
using Trawl.Sdk.Wire;
using Trawl.Sdk.Working;

namespace Trawl.Sdk.Tests.Working;

public sealed class SinkCallsTests
{
    private readonly MemorySink _sink = new();

    [Fact]
    public async Task Begin_TellsRunAndTypes_AndAnswersWhatTheSinkHas()
    {
        _sink.Last = 4;
        var type = new SinkTypeMeta("product", ["sku"], [new SinkColumnMeta("sku", "text", false), new SinkColumnMeta("tags", "text", true)]);

        var answer = await CallAsync("begin", new SinkMeta { Run = "shop-7", Output = "warehouse", Records = [type] });

        Assert.Equal(4, answer.Batch);
        Assert.Equal(("shop-7", "warehouse"), (_sink.Run!.Id, _sink.Run.Output));
        Assert.Equal([new SinkColumn("sku", FieldType.Text, false), new SinkColumn("tags", FieldType.Text, true)], _sink.Run.Types.Single().Columns);
    }

    [Fact]
    public async Task Begin_OfASinkThatDoesNotKnow_AnswersNothing() =>
        Assert.Null((await CallAsync("begin", new SinkMeta { Run = "shop-7" })).Batch);

    [Fact]
    public async Task Commit_BringsABatchWithItsKey()
    {
        await CallAsync("commit", new SinkMeta { Run = "shop-7", Output = "warehouse", Batch = 3, Offset = 1000, Types = ["product", "review"] }, "{\"a\":1}", "{}");

        var batch = _sink.Batches.Single();
        Assert.Equal("shop-7/warehouse/1001-1002", batch.Key);
        Assert.Equal(3, batch.Number);
        Assert.Equal(["product", "review"], batch.Records.Select(record => record.Type));
        Assert.Equal("{\"a\":1}", Encoding.UTF8.GetString(batch.Records[0].Json.Span));
    }

    [Fact]
    public async Task Complete_IsPassedOn()
    {
        await CallAsync("complete", new SinkMeta { Run = "shop-7" });

        Assert.True(_sink.IsComplete);
    }

    [Fact]
    public async Task ABatchWhoseTypesAndRecordsDoNotMatch_BreaksTheProtocol() =>
        await Assert.ThrowsAsync<WireException>(() => CallAsync("commit", new SinkMeta { Types = ["product"] }, "{}", "{}"));

    [Fact]
    public async Task ACallThatIsNotKnown_FailsByName()
    {
        var fault = await Assert.ThrowsAsync<NotSupportedException>(() => CallAsync("rewind", new SinkMeta()));

        Assert.Contains("\"rewind\"", fault.Message, StringComparison.Ordinal);
    }

    private async Task<AnswerMeta> CallAsync(string what, SinkMeta meta, params string[] records)
    {
        ReadOnlyMemory<byte>[] blobs = [.. records.Select(record => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(record))];
        return (await SinkCalls.RunAsync(_sink, new CallMeta { Do = what, Sink = meta }, blobs)).Item1;
    }
}
