using Trawl.Warc.Reading;

namespace Trawl.Warc.Tests.ReadingTests;

/// <summary>A museum of damaged files, each named by its defect: what is said of it, where, and what can still be read.</summary>
public sealed class DamagedFileTests
{
    private const WarcSeverity E = WarcSeverity.Error, W = WarcSeverity.Warning;

    private static readonly byte[] s_first = Samples.Record(1), s_last = Samples.Record(9);
    private static readonly byte[] s_gzip1 = Samples.Gzip(s_first), s_gzip9 = Samples.Gzip(s_last);

    // Name, file, expected codes in order, offset of the first problem, numbers of the records read.
    private static readonly Dictionary<string, (byte[] File, (WarcProblemCode, WarcSeverity)[] Problems, long At, int[] Read)> s_museum = new()
    {
        ["truncated member at the end"] = (
            Samples.Join(s_gzip1, s_gzip9[..^30]), [(WarcProblemCode.TruncatedBlock, E), (WarcProblemCode.TruncatedMember, E)], s_gzip1.Length, [1, 9]),
        ["trailer cut off"] = (Samples.Join(s_gzip1, s_gzip9[..^3]), [(WarcProblemCode.TruncatedMember, E)], s_gzip1.Length, [1, 9]),
        ["truncated member in the middle"] = (
            Samples.Join(s_gzip1, Samples.Gzip(Samples.Record(2))[..^40], s_gzip9),
            [(WarcProblemCode.TruncatedHead, E), (WarcProblemCode.BadMember, E)], s_gzip1.Length, [1, 9]),
        ["wrong CRC"] = (Samples.Join(s_gzip1, Flip(Samples.Gzip(Samples.Record(2)), ^6), s_gzip9), [(WarcProblemCode.BadMember, E)], s_gzip1.Length, [1, 2, 9]),
        ["garbage between records"] = (Samples.Join(s_first, "xyz WARC/ no\r\n"u8.ToArray(), s_last), [(WarcProblemCode.Garbage, E)], s_first.Length, [1, 9]),
        ["garbage between members"] = (Samples.Join(s_gzip1, Samples.Random(3, 5000), s_gzip9), [(WarcProblemCode.Garbage, E)], s_gzip1.Length, [1, 9]),
        ["garbage before the first record"] = (Samples.Join("junk"u8.ToArray(), s_first), [(WarcProblemCode.Garbage, E)], 0, [1]),
        ["garbage behind the last record"] = (Samples.Join(s_first, "junk"u8.ToArray()), [(WarcProblemCode.Garbage, E)], s_first.Length, [1]),
        ["not an archive"] = (Samples.Random(1, 100_000), [(WarcProblemCode.Garbage, E)], 0, []),
        ["empty member"] = (Samples.Join([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0], s_gzip9), [(WarcProblemCode.EmptyMember, W)], 0, [9]),
        ["member of garbage"] = (Samples.Join(Samples.Gzip(Samples.Random(1, 200_000)), s_gzip9), [(WarcProblemCode.Garbage, E)], 0, [9]),
        ["length too small"] = (Samples.Join(Samples.Record(1, length: "9"), s_last), [(WarcProblemCode.MissingRecordEnd, E)], 0, [1, 9]),
        ["length too large"] = (Samples.Join(Samples.Record(1, length: "90"), Samples.Record(2), s_last), [(WarcProblemCode.MissingRecordEnd, E)], 0, [1, 2, 9]),
        ["length beyond the file"] = (Samples.Join(Samples.Record(1, length: "99999"), s_last), [(WarcProblemCode.TruncatedBlock, E)], 0, [1, 9]),
        ["length beyond the member"] = (
            Samples.Join(Samples.Gzip(Samples.Record(1, length: "99999")), s_gzip9), [(WarcProblemCode.TruncatedBlock, E)], 0, [1, 9]),
        ["length too small in a member"] = (
            Samples.Join(Samples.Gzip(Samples.Record(1, length: "9")), s_gzip9),
            [(WarcProblemCode.MissingRecordEnd, E), (WarcProblemCode.Garbage, E)], 0, [1, 9]),
        ["negative length"] = (
            Samples.Join(Samples.Record(1, length: "-5"), s_last), [(WarcProblemCode.BadContentLength, E), (WarcProblemCode.Garbage, E)], 0, [1, 9]),
        ["length that is no number"] = (
            Samples.Join(Samples.Record(1, length: "12 bytes"), s_last), [(WarcProblemCode.BadContentLength, E), (WarcProblemCode.Garbage, E)], 0, [1, 9]),
        ["length beyond 64 bits"] = (
            Samples.Join(Samples.Record(1, length: "99999999999999999999"), s_last),
            [(WarcProblemCode.BadContentLength, E), (WarcProblemCode.Garbage, E)], 0, [1, 9]),
        ["length beyond the limit"] = (
            Samples.Join(Samples.Gzip(Samples.Record(1, length: "9999999999999")), s_gzip9), [(WarcProblemCode.BlockTooLarge, E)], 0, [1, 9]),
        ["no length"] = (
            Samples.Join(Without(s_first, "Content-Length"), s_last), [(WarcProblemCode.MissingField, E), (WarcProblemCode.Garbage, E)], 0, [1, 9]),
        ["no id"] = (Without(s_first, "WARC-Record-ID"), [(WarcProblemCode.MissingField, E)], 0, [1]),
        ["no type"] = (Without(s_first, "WARC-Type"), [(WarcProblemCode.MissingField, E)], 0, [1]),
        ["no date"] = (Without(s_first, "WARC-Date"), [(WarcProblemCode.MissingField, E)], 0, [1]),
        ["two lengths"] = (Samples.Record(1, extra: "Content-Length: 1\n"), [(WarcProblemCode.RepeatedField, E), (WarcProblemCode.MissingRecordEnd, E)], 0, [1]),
        ["bad date"] = (Samples.Raw(Text(s_first).Replace("2026-11", "2026-31", StringComparison.Ordinal)), [(WarcProblemCode.BadDate, E)], 0, [1]),
        ["no line ends behind a block"] = (Samples.Join(Samples.Record(1, end: ""), s_last), [(WarcProblemCode.MissingRecordEnd, W)], 0, [1, 9]),
        ["one line end behind a block"] = (Samples.Join(Samples.Record(1, end: "\n"), s_last), [(WarcProblemCode.MissingRecordEnd, W)], 0, [1, 9]),
        ["no line ends at the end"] = (Samples.Record(1, end: ""), [(WarcProblemCode.MissingRecordEnd, W)], 0, [1]),
        ["too many line ends"] = (Samples.Join(s_first, "\r\n\r\n"u8.ToArray(), s_last), [(WarcProblemCode.Garbage, W)], s_first.Length, [1, 9]),
        ["folded field"] = (Samples.Record(1, extra: "X-Note: one\n two\n"), [(WarcProblemCode.FoldedField, W)], 0, [1]),
        ["line without a colon"] = (Samples.Record(1, extra: "no field\n"), [(WarcProblemCode.BadFieldLine, E)], 0, [1]),
        ["line feeds alone"] = (Text(s_first).Replace("\r", "", StringComparison.Ordinal).Select(c => (byte)c).ToArray(),
            [(WarcProblemCode.BareLineFeed, W), (WarcProblemCode.TruncatedBlock, E)], 0, [1]),
        ["space in URI"] = (Samples.Record(1, uri: "http://site.test/a b"), [(WarcProblemCode.SpaceInUri, W)], 0, [1]),
        ["brackets in 1.1"] = (Samples.Record(1, uri: "<http://site.test/1>"), [(WarcProblemCode.BracketedUri, W)], 0, [1]),
        ["unknown version"] = (Samples.Record(1, version: "WARC/7.3"), [(WarcProblemCode.UnknownVersion, W)], 0, [1]),
        ["head without end"] = (Samples.Join(s_first, "WARC/1.1\r\nWARC-Type: resp"u8.ToArray()), [(WarcProblemCode.TruncatedHead, E)], s_first.Length, [1]),
        ["huge head"] = (
            Samples.Join(Samples.Record(1, extra: "X: " + new string('x', 2 << 20) + "\n"), s_last), [(WarcProblemCode.HeadTooLarge, E)], 0, [9]),
        ["huge head in a member"] = (
            Samples.Join(Samples.Gzip(Samples.Record(1, extra: "X: " + new string('x', 2 << 20) + "\n")), s_gzip9),
            [(WarcProblemCode.HeadTooLarge, E), (WarcProblemCode.Garbage, E)], 0, [9]),
    };

    public static TheoryData<string> Names => [.. s_museum.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_ADamagedFile_SaysWhatAndWhereAndGoesOn(string name)
    {
        var (file, problems, at, read) = s_museum[name];
        var (records, _, reader) = Reading.All(file);

        Assert.True(problems.Length == reader.Problems.Count, string.Join("\n", reader.Problems));
        Assert.Equal(problems, reader.Problems.Select(problem => (problem.Code, problem.Severity)));
        Assert.Equal(at, reader.Problems[0].Offset);
        Assert.Equal(read, records.Select(Number));
    }

    [Fact]
    public void Read_MemberThatGoesOnWithoutARecord_IsLeft()
    {
        var bomb = Samples.Gzip(new byte[40 << 20], System.IO.Compression.CompressionLevel.SmallestSize);
        var options = new WarcReaderOptions { MaxGarbageInMember = 1 << 20 };
        var (records, _, reader) = Reading.All(new MemoryStream(Samples.Join(bomb, s_gzip9)), options);

        Assert.Equal(WarcProblemCode.EndlessMember, Assert.Single(reader.Problems).Code);
        Assert.Equal([9], records.Select(Number));
    }

    [Fact]
    public void VerifyDigests_WrongOnes_AreNamed()
    {
        using var reader = new WarcReader(new MemoryStream(Samples.Record(
            1, extra: "WARC-Block-Digest: sha1:AAAA\nWARC-Payload-Digest: sha256:00\n")));
        Assert.False(reader.Read()!.VerifyDigests());
        Assert.Equal([WarcProblemCode.WrongPayloadDigest, WarcProblemCode.WrongBlockDigest], reader.Problems.Select(p => p.Code).Order().Reverse());
        using var unknown = new WarcReader(new MemoryStream(Samples.Record(1, extra: "WARC-Block-Digest: crc:00\n")));
        Assert.True(unknown.Read()!.VerifyDigests());
        Assert.Equal(WarcProblemCode.UnknownDigest, Assert.Single(unknown.Problems).Code);
    }

    [Theory]
    [InlineData("5\nhelloX", "helloX")]
    [InlineData("hello", "hello")]
    [InlineData("5\nhello\nzz\nrest", "hello\r\nzz\r\nrest")]
    [InlineData("ff\nhel", "hel")]
    public void ReadPayload_BadChunks_AreReadAsTheyStandAndSaid(string body, string expected)
    {
        var file = Samples.Record(1, "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n" + body);
        using var reader = new WarcReader(new MemoryStream(file));
        Assert.Equal(expected, Text(reader.Read()!.ReadPayload(1000)));
        Assert.Contains(reader.Problems, problem => problem.Code == WarcProblemCode.BadChunks);
    }

    [Fact]
    public void Problems_OfAFileFullOfThem_AreCountedAndBounded()
    {
        var record = Samples.Record(1, length: "-1", end: "");
        var file = Samples.Join([.. Enumerable.Repeat(record, 2000)]);
        var (records, _, reader) = Reading.All(file);

        Assert.Equal((2000, 1000), (records.Count, reader.Problems.Count));
        Assert.True(reader.ProblemCount >= 2000);
    }

    private static int Number(WarcRecord record) => record.TargetUri is { } uri && uri.EndsWith("a b", StringComparison.Ordinal) ? 1 : record.TargetUri![^1] - '0';

    private static string Text(byte[] bytes) => System.Text.Encoding.Latin1.GetString(bytes);

    private static byte[] Without(byte[] record, string field)
    {
        var lines = Text(record).Split("\r\n").ToList();
        lines.Remove(lines.First(line => line.StartsWith(field, StringComparison.Ordinal)));
        return System.Text.Encoding.Latin1.GetBytes(string.Join("\r\n", lines));
    }

    private static byte[] Flip(byte[] bytes, Index at)
    {
        bytes[at] ^= 0x55;
        return bytes;
    }
}
