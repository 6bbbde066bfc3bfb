using System.Text;
using Trawl.Tests.Shared.Browser;
using Trawl.Warc.Http;
using Trawl.Warc.Packages;
using Trawl.Warc.Writing;

namespace Trawl.Warc.Tests.Judges;

/// <summary>ReplayWeb.page in Chromium shows pages of our packages; the site they came from does not exist.</summary>
public sealed class ReplayWebPageTests : IDisposable
{
    private const string Site = "http://shop.test/";

    // What is to be read was not in the page: its script asks the archive for it.
    private const string Page = """
        <!doctype html><html><head><title>Lamp</title><link rel="stylesheet" href="style.css"></head>
        <body><h1>A lamp</h1><p id="stock">asking</p>
        <script>
          fetch("/stock.json?b=2&a=1").then(answer => answer.json()).then(stock =>
            document.getElementById("stock").innerText = "In stock: " + stock.count + " " +
              getComputedStyle(document.querySelector("h1")).textTransform);
        </script></body></html>
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("trawl-replay").FullName;

    [Theory]
    [InlineData("lamp")]
    [InlineData("lamp-again")]
    public async Task APackage_IsShownWithTheOriginDown(string path)
    {
        Pack(Path.Combine(_folder, "shop.wacz"));
        var text = await ReplayWebPage.ReadAsync(Path.Combine(_folder, "shop.wacz"), Site + path, "In stock: 41 uppercase");
        Assert.Contains("A LAMP", text, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Pack(string path)
    {
        var warc = Path.Combine(_folder, "shop.warc.gz");
        using (var writer = new WarcWriter(WarcFile.OpenForAppend(warc, 0), Samples.Options())) Write(writer);
        using var file = File.Create(path);
        using var wacz = new WaczWriter(file, new WaczDescription { Created = Samples.Date, Software = "Trawl.Warc tests" });
        Assert.Empty(wacz.AddWarc(warc));
        wacz.AddPage(new WaczPage(Site + "lamp", Samples.Date, "Lamp"));
        wacz.AddPage(new WaczPage(Site + "lamp-again", Samples.Date, "Lamp, seen again"));
        wacz.Finish();
    }

    private static void Write(WarcWriter writer)
    {
        writer.WriteInfo(Samples.Date, [new("software", "Trawl.Warc tests")], "shop.warc.gz");
        var first = Respond(writer, "lamp", "text/html", Page);
        Respond(writer, "style.css", "text/css", "h1 { text-transform: uppercase }");
        Respond(writer, "stock.json?a=1&b=2", "application/json", """{ "count": 41 }""");
        var original = new RevisitOf(first.RecordId, Site + "lamp", Samples.Date);
        writer.WriteRevisit(Samples.Envelope(Site + "lamp-again"), original, first.PayloadDigest!, Answer("text/html", ""));
    }

    private static WarcWritten Respond(WarcWriter writer, string path, string type, string body) =>
        writer.WriteResponse(Samples.Envelope(Site + path), Answer(type, body));

    private static HttpMessage Answer(string type, string body) => HttpMessage.Response(
        200, "OK", [new("Content-Type", type), new("Transfer-Encoding", "chunked")], Encoding.UTF8.GetBytes(body));
}
