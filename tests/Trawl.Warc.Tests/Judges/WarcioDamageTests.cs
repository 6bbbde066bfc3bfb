using Trawl.Tests.Shared;
using Trawl.Warc.Reading;

namespace Trawl.Warc.Tests.Judges;

/// <summary>
/// Files that warcio's own library writes, damaged in the ways its suite knows: each defect is named with its offset, and
/// no record is passed over in silence.
/// </summary>
public sealed class WarcioDamageTests
{
    // Four records, each in a file of its own on standard output as Base64: plain, and as a gzip member.
    private const string Write = """
        import { WARCRecord, WARCSerializer } from "warcio";
        const encoder = new TextEncoder();
        async function* body(text) { yield encoder.encode(text); }
        const make = (number, fields, text, more = {}) => WARCRecord.create({ url: `http://example.com/${number}`,
          date: "2000-01-01T00:00:00Z", type: "response", warcVersion: "WARC/1.1", httpHeaders: fields,
          warcHeaders: { "WARC-Record-ID": `<urn:uuid:12345678-feb0-11e6-8f83-68a86d1772c${number}>`, ...more },
          statusline: "HTTP/1.1 200 OK" }, body(text));
        const text = "some text ".repeat(40);
        const chunked = "190\r\n" + text + "\r\n0\r\n\r\n";
        const records = [
          () => make(1, { "Content-Type": "text/plain" }, text),
          () => make(2, { "Content-Type": "text/plain", "Transfer-Encoding": "chunked" }, chunked),
          () => make(3, { "Content-Type": "text/plain", "Transfer-Encoding": "chunked" }, text),
          () => make(4, { "Content-Type": "text/plain" }, text, { "WARC-Payload-Digest": "sha1:1112H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ" }),
        ];
        for (const record of records) {
          for (const gzip of [false, true]) {
            console.log(Buffer.from(await WARCSerializer.serialize(record(), { gzip, preferPako: true })).toString("base64"));
          }
        }
        """;

    private static readonly Lazy<byte[][]> s_made = new(() => [.. Warcio.Node("--input-type=module", "-e", Write).Select(Convert.FromBase64String)]);

    private static byte[] Plain(int number) => s_made.Value[(number - 1) * 2];

    private static byte[] Gzip(int number) => s_made.Value[((number - 1) * 2) + 1];

    [Fact]
    public void WhatItWrites_IsReadWithoutAnError() => Check(
        Samples.Join(Gzip(1), Gzip(2), Plain(1), Plain(2)), [1, 2, 1, 2], [(WarcProblemCode.ChunkedBlock, Gzip(1).Length)]);

    [Fact]
    public void NotChunkedGzip_AllRecordsInOneMember() => Check(
        Samples.Gzip(Samples.Join(Plain(1), Plain(2), Plain(1))), [1, 2, 1], [(WarcProblemCode.SeveralRecordsInMember, 0)]);

    [Fact]
    public void WrongChunks_BodyIsNotChunkedThoughItSaysSo() => Check(
        Samples.Join(Gzip(1), Gzip(3)), [1, 3], [(WarcProblemCode.BadChunks, Gzip(1).Length)]);

    [Fact]
    public void WrongDigest() => Check(
        Samples.Join(Plain(1), Plain(4)), [1, 4], [(WarcProblemCode.WrongPayloadDigest, Plain(1).Length)]);

    [Fact]
    public void Truncated_AtEveryByteOfTheSecondRecord()
    {
        foreach (var (first, second) in new[] { (Plain(1), Plain(2)), (Gzip(1), Gzip(2)) })
        {
            // A cut behind the block loses line ends only, which is a warning; a cut gzip member is an error to its last byte.
            for (var length = 1; length < second.Length; length++)
            {
                using var reader = new WarcReader(new MemoryStream(Samples.Join(first, second[..length])));
                Assert.Equal("http://example.com/1", reader.Read()?.TargetUri);
                while (reader.Read() is not null)
                {
                }

                Assert.True(reader.Problems.Any(problem => problem.Offset == first.Length), $"cut at {length}: {string.Join("; ", reader.Problems)}");
            }
        }
    }

    [Fact]
    public void TruncatedRecordInTheMiddle_TheOneBehindItIsRead() => Check(
        Samples.Join(Plain(1)[..^100], Plain(2)), [1, 2], [(WarcProblemCode.WrongPayloadDigest, 0)]);

    [Fact]
    public void GarbageBetweenMembers() => Check(
        Samples.Join(Gzip(1), Samples.Random(1, 300), Gzip(2)), [1, 2], [(WarcProblemCode.Garbage, Gzip(1).Length)]);

    [Fact]
    public void EmptyFile_HasNoRecordsAndNoProblem() => Check([], [], []);

    [Fact]
    public void AnArcFile_IsSaidToHoldNoRecords() => Check(
        Samples.Raw("filedesc://example.arc 0.0.0.0 20000101000000 text/plain 30\n1 0 x\n\n\nhttp://example.com/ 1.2.3.4 20000101000000 text/html 2\nhi\n"),
        [], [(WarcProblemCode.Garbage, 0)]);

    // The first expected problem must be the first one found; warnings may follow.
    private static void Check(byte[] file, int[] read, (WarcProblemCode Code, int Offset)[] problems)
    {
        using var reader = new WarcReader(new MemoryStream(file));
        List<int> numbers = [];
        while (reader.Read() is { } record)
        {
            record.VerifyDigests();
            record.Finish();
            numbers.Add(record.TargetUri![^1] - '0');
        }

        Assert.Equal(read, numbers);
        var found = reader.Problems.Where(problem => problem.Severity == WarcSeverity.Error || problems.Any(p => p.Code == problem.Code));
        foreach (var (code, offset) in problems)
        {
            Assert.True(found.Any(problem => problem.Code == code && problem.Offset == offset), string.Join("\n", reader.Problems));
        }

        if (problems.Length == 0) Assert.Empty(reader.Problems);
    }
}
