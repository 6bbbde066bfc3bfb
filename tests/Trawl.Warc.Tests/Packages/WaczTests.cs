using System.IO.Compression;
using Trawl.Warc.Indexing;
using Trawl.Warc.Packages;

namespace Trawl.Warc.Tests.PackagesTests;

public sealed class WaczTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trawl-wacz").FullName;

    [Fact]
    public void Finish_APackage_IsReadBackAndItsDigestsHold()
    {
        var wacz = Pack();
        Assert.Equal(wacz, Pack());
        using var reader = WaczReader.TryOpen(new MemoryStream(wacz), out var problem)!;

        Assert.Null(problem);
        Assert.Empty(reader.FindWrong());
        Assert.Equal(["archive/a.warc.gz", "indexes/index.cdx", "pages/pages.jsonl"], reader.Resources.Select(r => r.Path));
        Assert.Equal([new WaczPage("http://site.test/0", Samples.Date, "Zero"), new WaczPage("http://site.test/1", Samples.Date)], reader.ReadPages());
        using var warc = reader.OpenWarc(Assert.Single(reader.Warcs))!;
        Assert.Equal(6, CdxIndexer.Index(warc, "a.warc.gz").Count());
        Assert.Empty(warc.Problems);
    }

    [Fact]
    public void Finish_WarcFiles_AreStoredNotDeflated()
    {
        using var zip = new ZipArchive(new MemoryStream(Pack()));
        var entry = zip.GetEntry("archive/a.warc.gz")!;
        Assert.Equal(entry.Length, entry.CompressedLength);
        using var index = zip.GetEntry("indexes/index.cdx")!.Open();
        var lines = new StreamReader(index).ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(lines.Order(StringComparer.Ordinal), lines);
    }

    [Fact]
    public void Read_EveryEntryOfTheIndex_GivesThatRecordInAnyOrder()
    {
        using var reader = WaczReader.TryOpen(new MemoryStream(Pack()), out _)!;
        var entries = reader.ReadIndex().ToList();
        Assert.Equal(6, entries.Count);
        foreach (var entry in entries.AsEnumerable().Reverse())
        {
            Assert.Contains(entry, reader.Find(entry.Url));
            Assert.Equal((entry.Url, entry.Position), (reader.Read(entry)!.TargetUri, reader.Read(entry)!.Finish()!.Value));
        }

        Assert.Empty(reader.Find("http://site.test/none"));
        Assert.Null(reader.Read(entries[0] with { Position = entries[^1].Position }));
        Assert.Null(reader.Read(entries[0] with { Filename = "other.warc.gz" }));
    }

    // As some tools pack: everything deflated, the index gzipped.
    [Fact]
    public void Read_APackageOfAnotherTool_IsReadWholeAndByIndexWhereItCan()
    {
        using var ours = new ZipArchive(new MemoryStream(Pack()));
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in ours.Entries)
            {
                var isIndex = entry.Name == "index.cdx";
                using var from = entry.Open();
                using var to = zip.CreateEntry(isIndex ? "indexes/index.cdx.gz" : entry.FullName, CompressionLevel.Fastest).Open();
                if (!isIndex)
                {
                    from.CopyTo(to);
                    continue;
                }

                using var gzip = new GZipStream(to, CompressionLevel.Fastest);
                from.CopyTo(gzip);
            }
        }

        using var reader = WaczReader.TryOpen(stream, out _)!;
        Assert.Equal(["indexes/index.cdx"], reader.FindWrong());
        Assert.Equal(2, reader.ReadPages().Count());
        Assert.Equal(2, reader.Find("http://site.test/0").Count());
        Assert.Null(reader.Read(reader.Find("http://site.test/0").Last()));
        using var warc = reader.OpenWarc("archive/a.warc.gz")!;
        Assert.Equal(6, CdxIndexer.Index(warc, "a.warc.gz").Count());
    }

    [Fact]
    public void TryOpen_Zip64_IsRead()
    {
        using var reader = WaczReader.TryOpen(new MemoryStream(Zip64.Of("archive/a.warc", Samples.Record(1))), out var problem);
        Assert.Null(problem);
        using var warc = reader!.OpenWarc("archive/a.warc")!;
        Assert.Equal("http://site.test/1", warc.Read()!.TargetUri);
    }

    [Fact]
    public void TryOpen_DamagedPackages_NeverThrows()
    {
        var wacz = Pack();
        Assert.Null(WaczReader.TryOpen(new MemoryStream("no zip"u8.ToArray()), out var problem));
        Assert.NotNull(problem);
        for (var seed = 1; seed <= 600; seed++)
        {
            var random = new Random(seed);
            var bad = wacz.ToArray();
            for (var i = random.Next(1, 8); i > 0; i--) bad[random.Next(2) == 0 ? random.Next(bad.Length) : bad.Length - 1 - random.Next(600)] = (byte)random.Next(256);
            try
            {
                ReadEverything(bad);
            }
            catch (Exception e)
            {
                Assert.Fail($"seed {seed}: {e}");
            }
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void ReadEverything(byte[] wacz)
    {
        using var reader = WaczReader.TryOpen(new MemoryStream(wacz), out _);
        if (reader is null) return;
        reader.FindWrong();
        Assert.InRange(reader.ReadPages().Count(), 0, 1000);
        foreach (var path in reader.Warcs.ToList())
        {
            using var warc = reader.OpenWarc(path);
            while (warc?.Read() is not null)
            {
            }
        }

        foreach (var entry in reader.ReadIndex()) reader.Read(entry)?.ReadPayload(1 << 20);
        Assert.InRange(reader.Find("http://site.test/1").Count(), 0, 1000);
    }

    private byte[] Pack()
    {
        var path = Path.Combine(_folder, "a.warc.gz");
        File.WriteAllBytes(path, Samples.Archive(Samples.Options()).File);
        var stream = new MemoryStream();
        using (var writer = new WaczWriter(stream, new WaczDescription { Created = Samples.Date, Software = "tests" }, leaveOpen: true))
        {
            Assert.Empty(writer.AddWarc(path));
            writer.AddPage(new WaczPage("http://site.test/0", Samples.Date, "Zero"));
            writer.AddPage(new WaczPage("http://site.test/1", Samples.Date));
            writer.Finish();
        }

        return stream.ToArray();
    }
}
