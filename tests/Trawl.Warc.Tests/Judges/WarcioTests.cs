using System.Text.Json;
using Trawl.Tests.Shared;
using Trawl.Warc.Indexing;
using Trawl.Warc.Reading;
using Trawl.Warc.Writing;

namespace Trawl.Warc.Tests.Judges;

/// <summary>npm's warcio reads our files and agrees on every offset, length, URI and digest.</summary>
public sealed class WarcioTests
{
    // One line a record: offset, length, type, uri, id, and the SHA-1 and SHA-256 of what it takes for payload.
    private const string List = """
        import { WARCParser } from "warcio";
        import { createHash } from "node:crypto";
        import fs from "node:fs";
        const parser = new WARCParser(fs.createReadStream(process.argv[1]));
        for await (const record of parser) {
          const payload = await record.readFully(false);
          await record.skipFully();
          console.log(JSON.stringify({ offset: parser.offset, length: parser.recordLength, type: record.warcType,
            uri: record.warcTargetURI ?? null, id: record.warcHeader("WARC-Record-ID"),
            sha1: createHash("sha1").update(payload).digest("hex") }));
        }
        """;

    [Theory]
    [InlineData(WarcCompression.Gzip)]
    [InlineData(WarcCompression.None)]
    public void OffsetsLengthsUrisAndDigestsAgree(WarcCompression compression)
    {
        var (file, written) = Samples.Archive(Samples.Options(compression), exchanges: 40);
        var path = Save(file);
        var theirs = Warcio.Node("--input-type=module", "-e", List, path).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        using var reader = new WarcReader(new MemoryStream(file));

        Assert.Equal(written.Count, theirs.Count);
        foreach (var their in theirs)
        {
            var record = reader.Read()!;
            Assert.Equal(their.GetProperty("uri").GetString(), record.TargetUri);
            Assert.Equal(their.GetProperty("id").GetString(), record.RecordId);
            Assert.Equal(their.GetProperty("type").GetString(), record.TypeName);
            if (record.Fields[WarcFields.PayloadDigest] is { } digest && record.Type != WarcRecordType.Revisit)
            {
                Assert.True(WarcDigest.IsSame(digest, Convert.FromHexString(their.GetProperty("sha1").GetString()!)));
            }

            var position = record.Finish()!.Value;
            Assert.Equal(position.Offset, their.GetProperty("offset").GetInt64());
            // It counts the two line ends behind a plain record as nobody's, and reads on until the next one.
            if (compression == WarcCompression.Gzip) Assert.Equal(position.Length, their.GetProperty("length").GetInt64());
        }

        Assert.Null(reader.Read());
        File.Delete(path);
    }

    [Fact]
    public void TheCdxjIndexIsTheSame()
    {
        var (file, _) = Samples.Archive(Samples.Options(), exchanges: 40);
        var path = Save(file);
        var theirs = Warcio.Node("node_modules/warcio/dist/cli.js", "cdx-index", "--format", "cdxj", path);
        using var reader = new WarcReader(new MemoryStream(file));
        var ours = CdxIndexer.Index(reader, Path.GetFileName(path)).Select(entry => entry.ToString());

        Assert.Equal(theirs.Order(StringComparer.Ordinal), ours.Order(StringComparer.Ordinal));
        File.Delete(path);
    }

    private static string Save(byte[] file)
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, file);
        return path;
    }
}
