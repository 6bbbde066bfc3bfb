using System.Text;
using Trawl.Sdk.Records;
using Trawl.Sdk.Wire;
using Trawl.Sdk.Working;

namespace Trawl.Sdk.Tests.Working;

public sealed class RecordCallsTests
{
    [Fact]
    public async Task ATransform_AnswersForEachRecord_AndOneThatFailsCostsOnlyItself()
    {
        var (meta, blobs) = await RunAsync(RecordUse.All, record =>
        {
            if (record.Text("do") == "drop") record.Drop("not wanted");
            else if (record.Text("do") == "throw") throw new InvalidOperationException("it broke");
            else record["done"] = true;
        }, "{\"do\":\"drop\"}", "{\"do\":\"throw\"}", "{\"price\":12.50}");

        Assert.Equal(["not wanted", null, null], meta.Items.Select(item => item.Drop));
        Assert.Equal([null, "InvalidOperationException: it broke", null], meta.Items.Select(item => item.Fault));
        Assert.Equal([0, 0, 1], meta.Items.Select(item => item.Blob));
        // Numbers keep their digits.
        Assert.Equal(["{\"price\":12.50,\"done\":true}"], blobs);
    }

    [Fact]
    public async Task AnEnricher_SendsOnlyWhatIsNew()
    {
        var (_, blobs) = await RunAsync(RecordUse.New, record => (record["title"], record["rating"]) = ("changed", 5), "{\"title\":\"é\"}");

        Assert.Equal(["{\"rating\":5}"], blobs);
    }

    [Fact]
    public async Task AValidator_SendsProblemsAndNoRecord()
    {
        var (meta, blobs) = await RunAsync(RecordUse.None, record => record.AddProblem("title", "shouting", "all capitals"), "{}");

        Assert.Empty(blobs);
        Assert.Equal([new ProblemMeta("title", "shouting", "all capitals")], meta.Items.Single().Problems);
    }

    private static async Task<(AnswerMeta Meta, string[] Blobs)> RunAsync(RecordUse use, Action<PluginRecord> step, params string[] records)
    {
        ReadOnlyMemory<byte>[] blobs = [.. records.Select(record => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(record))];
        var (meta, answers) = await RecordCalls.RunAsync(new CallMeta { Do = "transform", Record = "product" }, blobs, Step, use);
        return (meta, [.. answers.Select(blob => Encoding.UTF8.GetString(blob.Span))]);

        ValueTask Step(PluginRecord record)
        {
            step(record);
            return default;
        }
    }
}
