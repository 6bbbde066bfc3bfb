using Trawl.Model.Plans;
using Trawl.Storage.Outputs;
using static Trawl.Storage.Tests.Outputs.PublishedRun;

namespace Trawl.Storage.Tests.Outputs;

public sealed class CsvFormatTests : IDisposable
{
    private readonly PublishedRun _run = new();

    public void Dispose() => _run.Dispose();

    private static readonly RecordType Type = new()
    {
        Name = "product",
        Fields =
        [
            new FieldPlan { Name = "name" },
            new FieldPlan { Name = "tags", Many = true },
            new FieldPlan
            {
                Name = "offer",
                Type = FieldType.Object,
                Fields =
                    [new FieldPlan { Name = "seller" }, new FieldPlan { Name = "price", Type = FieldType.Decimal }],
            },
            new FieldPlan
            {
                Name = "reviews",
                Type = FieldType.Object,
                Many = true,
                Fields = [new FieldPlan { Name = "text" }],
            },
        ],
    };

    [Theory]
    [InlineData("""{"name":"a","tags":["x","y"],"offer":{"seller":"s","price":1.50},"reviews":[]}""", "a,x|y,s,1.50,")]
    [InlineData("""{"name":"a,b","tags":["x|y","\\"],"offer":null}""", "\"a,b\",x\\|y|\\\\,,,")]
    [InlineData("""{"name":"say \"hi\"","tags":[],"offer":{"seller":null}}""", "\"say \"\"hi\"\"\",,,,")]
    [InlineData("""{"name":"two\nlines","tags":["",""]}""", "\"two\nlines\",|,,,")]
    [InlineData(
        """{"name":" x","tags":[1,true,null],"reviews":[{"text":"t"}]}""",
        "\" x\",1|true|,,,\"[{\"\"text\"\":\"\"t\"\"}]\"")]
    [InlineData("""{"name":"=1+1"}""", "=1+1,,,,")]
    [InlineData("""{"name":"\ud800"}""", "\\ud800,,,,")]
    public async Task Write_Record_FollowsTheColumnRules(string json, string row)
    {
        var plan = Plans.Simple() with { Records = [Type] };
        await _run.StoreAsync(plan, ("https://shop.test/a", [Product(json)]));
        using var stream = new MemoryStream();
        await new DatasetExporter(_run.Folder).ExportAsync(OutputFormat.Csv, stream, [], DatasetPart.Published, default);
        var text = System.Text.Encoding.UTF8.GetString(stream.ToArray());
        Assert.Equal($"name,tags,offer.seller,offer.price,reviews\r\n{row}\r\n", text);
    }

    [Fact]
    public async Task Write_OneEmptyColumn_IsNotABlankLine()
    {
        var type = Type with { Fields = [new FieldPlan { Name = "name" }] };
        await _run.StoreAsync(Plans.Simple() with { Records = [type] }, ("https://shop.test/a", [Product("{}")]));
        using var stream = new MemoryStream();
        await new DatasetExporter(_run.Folder).ExportAsync(OutputFormat.Csv, stream, [], DatasetPart.Published, default);
        Assert.Equal("name\r\n\"\"\r\n", System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }
}
