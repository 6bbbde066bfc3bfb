using System.Runtime.CompilerServices;
using Trawl.Tests.Shared;
using Trawl.Warc.Http;
using Trawl.Warc.Indexing;
using Trawl.Warc.Packages;
using Trawl.Warc.Reading;
using Trawl.Warc.Writing;

namespace Trawl.Warc.Tests;

/// <summary>The example of the README runs, and is the one that the README shows.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Example_Runs()
    {
        var folder = Directory.CreateTempSubdirectory("trawl-warc").FullName;
        var path = Path.Combine(folder, "example.warc.gz");
        var now = new DateTimeOffset(2026, 11, 21, 10, 41, 30, TimeSpan.Zero);
        #region readme
        // Write one exchange: two records of one capture, each with its own gzip member.
        WarcPosition position;
        using (var writer = new WarcWriter(WarcFile.OpenForAppend(path, committedLength: 0)))
        {
            writer.WriteInfo(now, [new("software", "example/1.0")], "example.warc.gz");
            var capture = new WarcEnvelope { TargetUri = "https://example.com/", Date = now };
            var response = writer.WriteResponse(
                capture, HttpMessage.Response(200, "OK", [new("Content-Type", "text/html")], "<h1>Hello</h1>"u8.ToArray()));
            writer.WriteRequest(
                capture with { ConcurrentTo = [response.RecordId] },
                HttpMessage.Request("GET", "/", [new("Host", "example.com")]));
            position = response.Position;
        }

        // Read it: all records in order, or one by its offset. Defects are values, never exceptions.
        using var reader = WarcReader.Open(path);
        while (reader.Read() is { } record) Console.WriteLine($"{record.Type} {record.TargetUri}");
        foreach (var problem in reader.Problems) Console.WriteLine(problem);
        WarcRecord page = reader.ReadAt(position.Offset)!;
        int status = page.ReadHttpHead()!.StatusCode;
        byte[] html = page.ReadPayload(maxBytes: 1 << 20);

        // Index it, and read by the index alone.
        using var again = WarcReader.Open(path);
        using var index = new MemoryStream();
        CdxWriter.Write(index, CdxIndexer.Index(again, "example.warc.gz"));
        CdxEntry found = new CdxIndex(index).Find("https://example.com/").Single();
        WarcRecord same = reader.ReadAt(found)!;

        // Pack it for replayweb.page; read single records out of a package.
        using (var target = File.Create(Path.Combine(folder, "example.wacz")))
        using (var wacz = new WaczWriter(target, new WaczDescription { Created = now, Software = "example/1.0" }))
        {
            wacz.AddWarc(path);
            wacz.AddPage(new WaczPage("https://example.com/", now, "Hello"));
            wacz.Finish();
        }

        using var package = WaczReader.TryOpen(File.OpenRead(Path.Combine(folder, "example.wacz")), out string? whyNot)!;
        WarcRecord packed = package.Read(package.Find("https://example.com/").Single())!;
        #endregion

        Assert.Empty(reader.Problems);
        Assert.Equal((200, "<h1>Hello</h1>"), (status, System.Text.Encoding.UTF8.GetString(html)));
        Assert.Equal(position, found.Position);
        Assert.Null(whyNot);
        Assert.Equal(("https://example.com/", "https://example.com/"), (same.TargetUri!, packed.TargetUri!));
    }

    [Fact]
    public void Readme_ShowsTheExample()
    {
        string readme = File.ReadAllText(Repository.PathOf("src", "Trawl.Warc", "README.md"));
        int start = readme.IndexOf("```csharp\n", StringComparison.Ordinal) + "```csharp\n".Length;
        string shown = readme[start..readme.IndexOf("```", start, StringComparison.Ordinal)];
        Assert.Equal(Region(), shown);
    }

    private static string Region([CallerFilePath] string file = "")
    {
        string[] lines = File.ReadAllLines(file);
        int start = Array.FindIndex(lines, line => line.Trim() == "#region readme") + 1;
        int end = Array.FindIndex(lines, start, line => line.Trim() == "#endregion");
        return string.Concat(lines[start..end].Select(line => (line.Length > 8 ? line[8..] : "") + "\n"));
    }
}
