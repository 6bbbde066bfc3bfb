using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Trawl.Model.Errors;
using Trawl.Model.Plugins;
using Trawl.Plugins.Tests.Support;

namespace Trawl.Plugins.Tests.Workers;

public sealed class CallTests
{
    [Fact]
    public async Task Transform_ChangesTheRecord()
    {
        using var trial = new Trial();
        var reply = await trial.TransformAsync(new { title = "A", price = 12.50m });
        Assert.Null(reply.Fault);
        Assert.Equal("""{"title":"A","price":12.50,"trial":"product@http://shop.example/p/1"}""", Trial.Text(reply));
    }

    [Fact]
    public async Task Transform_ManyRecordsInOneCall_EachHasItsOwnFate()
    {
        using var trial = new Trial();
        var records = new[] { "", "drop", "throw", "problem", "" }
            .Select(trouble => (ReadOnlyMemory<byte>)JsonSerializer.SerializeToUtf8Bytes(new { trouble })).ToArray();
        var reply = await trial.CallAsync(PluginKind.Transform, records);
        Assert.Equal(5, reply.Items.Count);
        Assert.Equal("dropped on request", reply.Items[1].Dropped);
        Assert.Equal("InvalidOperationException: The plugin does not like this record.", Assert.Single(reply.Items[2].Problems).Message);
        var problem = Assert.Single(reply.Items[3].Problems);
        Assert.Equal(("title", "plugin:trial:taste"), (problem.Field, problem.Rule));
        Assert.All([0, 4], i => Assert.Contains("product@", Trial.Text(reply, i)));
    }

    [Fact]
    public async Task Enrich_GivesOnlyWhatIsNew()
    {
        using var trial = new Trial();
        var reply = await trial.CallAsync(PluginKind.Enrich, ["""{"title":"A"}"""u8.ToArray()]);
        Assert.Equal("""{"added":"by the enricher"}""", Trial.Text(reply));
    }

    [Fact]
    public async Task Validate_FindsProblemsAndChangesNothing()
    {
        using var trial = new Trial();
        var reply = await trial.CallAsync(PluginKind.Validate, [JsonSerializer.SerializeToUtf8Bytes(new { title = new string('x', 101) })]);
        Assert.Equal("101 characters are too many.", Assert.Single(reply.Items[0].Problems).Message);
        Assert.True(reply.Items[0].Payload.IsEmpty);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5_000)]
    [InlineData(2_000_000)]
    [InlineData(15_000_000)]
    [InlineData(60_000_000)]
    public async Task Extract_SeesTheSameBytes(int size)
    {
        using var trial = new Trial();
        var body = new byte[size];
        new Random(size).NextBytes(body);
        var reply = await trial.CallAsync(PluginKind.Extract, [], body);
        Assert.Null(reply.Fault);
        var record = JsonDocument.Parse(reply.Items[0].Payload).RootElement;
        Assert.Equal(size, record.GetProperty("length").GetInt32());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(body)), record.GetProperty("sha256").GetString());
    }

    [Fact]
    public async Task Parse_MakesADocument()
    {
        using var trial = new Trial();
        var reply = await trial.CallAsync(PluginKind.Parse, [], "Head\n/a\n"u8.ToArray());
        Assert.Equal("text/html; charset=utf-8", reply.Document!.ContentType);
        Assert.Equal("<h1>Head</h1><a href=\"/a\">/a</a>", Encoding.UTF8.GetString(reply.Document.Body.Span));
    }

    [Fact]
    public async Task Parse_Throws_TheCallFailsByName()
    {
        using var trial = new Trial("throw");
        var reply = await trial.CallAsync(PluginKind.Parse, [], "Head"u8.ToArray());
        Assert.Equal(ErrorCode.PluginFailed, reply.Fault!.Code);
        Assert.Equal(
            "The plugin \"trial\" (test.trial 1.0.0) failed on http://shop.example/p/1: FormatException: This is no text.", reply.Fault.Message);
    }

    [Fact]
    public async Task Digest_IsAFunctionOfTheAnswer()
    {
        using var trial = new Trial();
        var first = await trial.TransformAsync(new { title = "A" });
        var again = await trial.TransformAsync(new { title = "A" });
        var other = await trial.TransformAsync(new { title = "B" });
        Assert.Equal(first.Digest.ToArray(), again.Digest.ToArray());
        Assert.NotEqual(first.Digest.ToArray(), other.Digest.ToArray());
    }
}
