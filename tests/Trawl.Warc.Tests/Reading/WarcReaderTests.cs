using System.Text;
using Trawl.Warc.Reading;
using Trawl.Warc.Writing;

namespace Trawl.Warc.Tests.ReadingTests;

public sealed class WarcReaderTests
{
    [Theory]
    [InlineData(WarcCompression.Gzip, 1)]
    [InlineData(WarcCompression.Gzip, 9)]
    [InlineData(WarcCompression.Gzip, 0)]
    [InlineData(WarcCompression.None, 6)]
    public void Read_WhatTheWriterWrote_GivesItBackWithoutAProblem(WarcCompression compression, int level)
    {
        var (file, written) = Samples.Archive(Samples.Options(compression, level));
        using var reader = new WarcReader(new MemoryStream(file));
        foreach (var expected in written)
        {
            var record = reader.Read()!;
            Assert.True(record.VerifyDigests());
            Assert.Equal(expected.Position, record.Finish());
            Assert.Equal(expected.RecordId, record.RecordId);
        }

        Assert.Null(reader.Read());
        Assert.Empty(reader.Problems);
    }

    [Fact]
    public void ReadAt_EveryPositionBackwards_GivesThatRecord()
    {
        var (file, written) = Samples.Archive(Samples.Options());
        using var reader = new WarcReader(new MemoryStream(file));
        foreach (var expected in written.AsEnumerable().Reverse())
        {
            var record = reader.ReadAt(expected.Position.Offset)!;
            Assert.Equal((expected.RecordId, expected.Position), (record.RecordId, record.Finish()!.Value));
            var alone = Reading.All(file[(int)expected.Position.Offset..(int)expected.Position.End]);
            Assert.Equal(expected.RecordId, Assert.Single(alone.Records).RecordId);
        }

        Assert.Null(reader.ReadAt(3));
        Assert.Null(reader.ReadAt(-1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public void Read_StreamThatDrips_GivesTheSame(int atOnce)
    {
        foreach (var compression in new[] { WarcCompression.Gzip, WarcCompression.None })
        {
            var (file, _) = Samples.Archive(Samples.Options(compression));
            var expected = Reading.All(file);
            var dripped = Reading.All(new DripStream(file, atOnce));

            Assert.Equal(expected.Blocks, dripped.Blocks);
            Assert.Equal(expected.Records.Select(r => r.Offset), dripped.Records.Select(r => r.Offset));
            Assert.Empty(dripped.Reader.Problems);
        }
    }

    [Fact]
    public void Read_WholeFileInOneMember_IsReadWithAWarning()
    {
        var file = Samples.Gzip(Samples.Join(Samples.Record(1), Samples.Record(2), Samples.Record(3)));
        var (records, _, reader) = Reading.All(file);

        Assert.Equal(3, records.Count);
        Assert.All(records, record => Assert.Null(record.Position));
        var problem = Assert.Single(reader.Problems);
        Assert.Equal((WarcProblemCode.SeveralRecordsInMember, WarcSeverity.Warning, 0L), (problem.Code, problem.Severity, problem.Offset));
    }

    [Fact]
    public void Read_PlainAndGzipConcatenated_IsRead()
    {
        var file = Samples.Join(Samples.Record(1), Samples.Gzip(Samples.Record(2)), Samples.Record(3), Samples.Gzip(Samples.Record(4)));
        var (records, _, reader) = Reading.All(file);

        Assert.Equal(["http://site.test/1", "http://site.test/2", "http://site.test/3", "http://site.test/4"], records.Select(r => r.TargetUri));
        Assert.Empty(reader.Problems);
    }

    [Theory]
    [InlineData("WARC/1.0")]
    [InlineData("WARC/0.18")]
    public void Read_OlderVersionWithBracketedUri_IsReadWithoutAProblem(string version)
    {
        var (records, _, reader) = Reading.All(Samples.Record(1, version: version, uri: "<http://site.test/old>"));

        Assert.Equal(("http://site.test/old", version), (records[0].TargetUri, records[0].Version));
        Assert.Empty(reader.Problems);
    }

    [Fact]
    public void ReadPayload_Chunked_IsGivenWithoutChunksAndBothDigestsAreRight()
    {
        const string head = "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n";
        const string chunks = "5;x=1\nhello\n6\n world\n0\nTrailer: x\n\n";
        foreach (var digest in new[] { WarcDigest.Sha1("hello world"u8), WarcDigest.Sha1(Samples.Raw(chunks)) })
        {
            var file = Samples.Record(1, head + chunks, extra: $"WARC-Payload-Digest: {digest}\n");
            using var reader = new WarcReader(new MemoryStream(file));
            Assert.True(reader.Read()!.VerifyDigests());
            var record = reader.ReadAt(0)!;
            Assert.Equal("hello world", Encoding.ASCII.GetString(record.ReadPayload(100)));
            Assert.Equal("hell", Encoding.ASCII.GetString(reader.ReadAt(0)!.ReadPayload(4)));
            Assert.All(reader.Problems, problem => Assert.Equal(WarcProblemCode.ChunkedBlock, problem.Code));
        }
    }

    [Theory]
    [InlineData("sha1:tpgR6hjeyqW8pIU18Nsmr5lB0AA=", false)]
    [InlineData("sha1:qvTGHdzF6KLavt4PO0gs2a6pQ00=", true)]
    [InlineData("sha1:qvTGHdzF6KLavt4PO0gs2a6pQ00", true)]
    [InlineData("sha1:VL2MMHO4YXUKFWV63YHTWSBM3GXKSQ2N", true)]
    [InlineData("SHA-1:aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d", true)]
    public void VerifyDigests_InAnySpellingInUse_AreCompared(string digest, bool isRight)
    {
        using var reader = new WarcReader(new MemoryStream(Samples.Record(1, extra: $"WARC-Payload-Digest: {digest}\n")));
        Assert.Equal(isRight, reader.Read()!.VerifyDigests());
    }

    [Fact]
    public void OpenBlock_AfterTheReaderWentOn_Throws()
    {
        using var reader = new WarcReader(new MemoryStream(Samples.Join(Samples.Record(1), Samples.Record(2))));
        using var block = reader.Read()!.OpenBlock();
        reader.Read();

        Assert.Throws<ObjectDisposedException>(() => block.ReadByte());
    }

    [Fact]
    public void Fields_NotUtf8_AreLatin1()
    {
        var record = Assert.Single(Reading.All(Samples.Record(1, extra: "X-Name: caf\u00E9\n")).Records);
        Assert.Equal("café", record.Fields["x-name"]);
    }
}
