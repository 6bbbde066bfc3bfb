using Trawl.Warc.Indexing;
using Trawl.Warc.Reading;

namespace Trawl.Warc.Tests.IndexingTests;

public sealed class CdxTests
{
    [Theory]
    [InlineData("https://www.Example.com/A?b=2&a=1#top", "com,example)/a?a=1&b=2")]
    [InlineData("http://www2.example.co.uk:80", "uk,co,example)/")]
    [InlineData("https://user:pw@example.com:8443/x?", "com,example:8443)/x")]
    [InlineData("http://127.0.0.1:8080/", "1,0,0,127:8080)/")]
    [InlineData("http://[::1]:81/a", "[::1]:81)/a")]
    [InlineData("urn:screenshot:1", "urn:screenshot:1")]
    [InlineData("http://", ")/")]
    public void Surt_Of_SortsByDomain(string url, string expected) => Assert.Equal(expected, Surt.Of(url));

    [Fact]
    public void Index_OwnArchive_GivesPositionsAndSurvivesItsText()
    {
        var (file, written) = Samples.Archive(Samples.Options());
        using var reader = new WarcReader(new MemoryStream(file));
        var entries = CdxIndexer.Index(reader, "a.warc.gz").ToList();

        Assert.Equal(6, entries.Count);
        Assert.All(entries, entry => Assert.Contains(entry.Position, written.Select(w => w.Position)));
        Assert.All(entries, entry => Assert.Equal(entry, CdxEntry.TryParse(System.Text.Encoding.UTF8.GetBytes(entry.ToString()))));
        Assert.Equal(("text/html", 200), (entries[0].Mime, entries[0].Status));
        Assert.Equal(("warc/revisit", 304), (entries[4].Mime, entries[4].Status));
    }

    [Fact]
    public void Find_EveryUrlOfALargeIndex_GivesAllItsEntriesAndNoOther()
    {
        var random = new Random(11);
        var entries = Enumerable.Range(0, 3000).Select(i => Entry(random.Next(1500), i)).ToList();
        var stream = new MemoryStream();
        CdxWriter.Write(stream, entries);
        var index = new CdxIndex(stream);

        Assert.Equal(3000, index.ReadAll().Count());
        for (var i = -1; i <= 1500; i++)
        {
            var expected = entries.Where(entry => entry.Url == Url(i)).Select(entry => entry.Position.Offset).Order();
            Assert.Equal(expected, index.Find(Url(i)).Select(entry => entry.Position.Offset).Order());
        }
    }

    [Fact]
    public void WriteTo_MoreThanFitsIntoMemory_IsSortedAllTheSame()
    {
        var random = new Random(12);
        var entries = Enumerable.Range(0, 20_000).Select(i => Entry(random.Next(1_000_000), i)).ToList();
        using var sorter = new CdxSorter(null, bytesInMemory: 10_000);
        entries.ForEach(sorter.Add);
        var stream = new MemoryStream();
        sorter.WriteTo(stream);
        var lines = System.Text.Encoding.UTF8.GetString(stream.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.True(sorter.Pieces > 1);
        Assert.Equal(entries.Select(entry => entry.ToString()).Order(StringComparer.Ordinal), lines);
    }

    [Fact]
    public void ReadAt_AnEntryOfAnotherRecord_IsSaid()
    {
        var (file, _) = Samples.Archive(Samples.Options());
        using var reader = new WarcReader(new MemoryStream(file));
        var entries = CdxIndexer.Index(reader, "a.warc.gz").ToList();

        Assert.All(entries, entry => Assert.Equal(entry.Url, reader.ReadAt(entry)!.TargetUri));
        Assert.Null(reader.ReadAt(entries[0] with { Position = entries[1].Position }));
        Assert.Equal((WarcProblemCode.WrongIndex, entries[1].Position.Offset), (reader.Problems[0].Code, reader.Problems[0].Offset));
    }

    [Fact]
    public void Find_HostileIndex_NeverThrows()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var bytes = Samples.Random(seed, 3000);
            for (var i = 0; i < bytes.Length; i += 1 + (seed % 90)) bytes[i] = (byte)" \n{}\""[i % 5];
            var index = new CdxIndex(new MemoryStream(bytes));
            Assert.Empty(index.Find("http://a.test/"));
            Assert.Empty(index.ReadAll());
        }
    }

    private static string Url(int number) => $"http://site{number % 7}.test/page/{number}";

    private static CdxEntry Entry(int number, int offset) =>
        new(Surt.Of(Url(number)), "20261121104130", Url(number), "a.warc.gz", new WarcPosition(offset, 10));
}
