using System.Text;
using Trawl.Warc.Http;
using Trawl.Warc.Reading;
using Trawl.Warc.Writing;

namespace Trawl.Warc.Tests.WritingTests;

public sealed class WarcWriterTests
{
    [Fact]
    public void Write_SameCallsSameIds_GivesSameBytesAndRangesWithoutGaps()
    {
        var (file, written) = Samples.Archive(Samples.Options());
        Assert.Equal(file, Samples.Archive(Samples.Options()).File);
        Assert.Equal(0, written[0].Position.Offset);
        Assert.All(written.Zip(written.Skip(1)), pair => Assert.Equal(pair.First.Position.End, pair.Second.Position.Offset));
        Assert.Equal(file.Length, written[^1].Position.End);
    }

    [Fact]
    public void WriteResponse_Chunked_StoresTheBodyWithoutCodingAndSaysItsLength()
    {
        var (file, written) = Samples.Archive(Samples.Options());
        using var reader = new WarcReader(new MemoryStream(file));
        var record = reader.ReadAt(written[1].Position.Offset)!;
        var http = record.ReadHttpHead()!;

        Assert.Null(http.Fields["Transfer-Encoding"]);
        Assert.Equal(Samples.Page(0).Length.ToString(System.Globalization.CultureInfo.InvariantCulture), http.Fields["Content-Length"]);
        Assert.Equal(Samples.Page(0), record.ReadPayload(1 << 20));
        Assert.Equal("2026-11-21T10:41:30.25Z", record.Fields[WarcFields.Date]);
        Assert.Equal("127.0.0.1", record.Fields[WarcFields.IpAddress]);
        Assert.Equal(written[0].RecordId, record.Fields[WarcFields.WarcinfoId]);
        Assert.Contains("transfer-coding: none", Encoding.UTF8.GetString(reader.ReadAt(0)!.ReadBlock(1000)), StringComparison.Ordinal);
    }

    [Fact]
    public void WriteRevisit_HoldsWhatThePlayersNeed()
    {
        var (file, written) = Samples.Archive(Samples.Options());
        using var reader = new WarcReader(new MemoryStream(file));
        var record = reader.ReadAt(written[^3].Position.Offset)!;

        Assert.Equal(WarcRecordType.Revisit, record.Type);
        Assert.Equal(RevisitProfiles.IdenticalPayloadDigest, record.Fields[WarcFields.Profile]);
        Assert.Equal(written[1].PayloadDigest, record.Fields[WarcFields.PayloadDigest]);
        Assert.Equal(written[1].RecordId, record.Fields[WarcFields.RefersTo]);
        Assert.Equal("http://site.test/0", record.Fields[WarcFields.RefersToTargetUri]);
        Assert.Equal("2026-11-21T10:41:30.25Z", record.Fields[WarcFields.RefersToDate]);
        Assert.Equal("length", record.Fields[WarcFields.Truncated]);
        Assert.Equal(200, record.ReadHttpHead()!.StatusCode);
        Assert.Empty(record.ReadPayload(10));
        Assert.Equal(RevisitProfiles.ServerNotModified, reader.ReadAt(written[^2].Position.Offset)!.Fields[WarcFields.Profile]);
    }

    [Fact]
    public void Write_HostileTexts_ForgeNothing()
    {
        var stream = new MemoryStream();
        using var writer = new WarcWriter(stream, Samples.Options(WarcCompression.None));
        var envelope = Samples.Envelope("http://x/a b\r\nWARC-Type: warcinfo") with { Extra = [new("X\r\nY: z", "1\r\n\r\nWARC/1.1\r\n")] };
        writer.WriteResponse(envelope, HttpMessage.Response(200, "OK\r\nSet-Cookie: a", [new("A", "b\r\n\r\n<html>")], "x"u8.ToArray()));
        var (records, blocks, reader) = Reading.All(stream.ToArray());

        Assert.Empty(reader.Problems);
        var record = Assert.Single(records);
        Assert.Equal("http://x/a%20b%0D%0AWARC-Type:%20warcinfo", record.TargetUri);
        var head = HttpHead.TryParse(blocks[0])!;
        Assert.Equal("b    <html>", Assert.Single(head.Fields).Value);
    }

    [Theory]
    [InlineData(WarcCompression.Gzip)]
    [InlineData(WarcCompression.None)]
    public void WriteResource_LargeStream_IsStreamedWithBothDigests(WarcCompression compression)
    {
        var body = new MemoryStream(Samples.Random(1, 9 << 20));
        var stream = new MemoryStream();
        using var writer = new WarcWriter(stream, Samples.Options(compression, 1));
        var written = writer.WriteResource(Samples.Envelope("urn:x:1"), "application/octet-stream", WarcBody.FromStream(body));
        using var reader = new WarcReader(new MemoryStream(stream.ToArray()));
        var record = reader.Read()!;

        Assert.True(record.VerifyDigests());
        Assert.Equal(written.Position, record.Finish());
        Assert.Empty(reader.Problems);
    }

    [Fact]
    public void WriteResource_BodyThatEndsEarly_LeavesNothingBehind()
    {
        var stream = new MemoryStream();
        using var writer = new WarcWriter(stream, Samples.Options() with { PayloadDigests = false, BlockDigests = false });
        writer.WriteInfo(Samples.Date, []);
        var before = stream.ToArray();
        var shrinking = new MemoryStream();
        shrinking.SetLength(9 << 20);
        shrinking.Position = 0;
        var body = WarcBody.FromStream(shrinking);
        shrinking.SetLength(1 << 20);

        Assert.Throws<EndOfStreamException>(() => writer.WriteResource(Samples.Envelope("urn:x:1"), "x/y", body));
        Assert.Equal(before, stream.ToArray());
        writer.WriteResource(Samples.Envelope("urn:x:2"), "x/y", "ok"u8.ToArray());
        Assert.Equal(2, Reading.All(stream.ToArray()).Records.Count);
    }

    [Fact]
    public void OpenForAppend_FileCutAnywhere_GoesOnBehindTheLastCommittedRecord()
    {
        var (file, written) = Samples.Archive(Samples.Options());
        var path = Path.GetTempFileName();
        var committed = written[4].Position.End;
        for (var length = (int)committed; length < file.Length; length += 97)
        {
            File.WriteAllBytes(path, file[..length]);
            using (var writer = new WarcWriter(WarcFile.OpenForAppend(path, committed), Samples.Options()))
            {
                Assert.Equal(committed, writer.Offset);
                writer.WriteResource(Samples.Envelope("urn:x:2"), "x/y", "ok"u8.ToArray());
            }

            var (records, _, reader) = Reading.All(File.ReadAllBytes(path));
            Assert.Equal((6, 0), (records.Count, reader.Problems.Count));
        }

        Assert.Throws<InvalidDataException>(() => WarcFile.OpenForAppend(path, 1 << 20));
        File.Delete(path);
    }
}
