using System.Diagnostics;
using Trawl.Warc.Reading;

namespace Trawl.Warc.Tests.Judges;

/// <summary>Archives that wget makes of a small site are read without a problem, but for its known wrong digests.</summary>
public sealed class WgetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("trawl-wget").FullName;

    [Theory]
    [InlineData("")]
    [InlineData("--no-warc-compression")]
    public void WhatWgetWrites_IsRead(string compression)
    {
        using var site = new SmallSite();
        Wget(site, "first", compression, "--warc-cdx");
        Wget(site, "second", compression, "--warc-dedup=first.cdx");

        var first = Check("first");
        var second = Check("second");
        // Five links and the root, robots.txt, and the redirect's target once more.
        Assert.Equal(8, first.Count(record => record.Type == WarcRecordType.Response));
        Assert.Contains(first, record => record.TargetUri == site.Root + "chunked" && record.Version == "WARC/1.0");
        Assert.Contains(second, record => record.Type == WarcRecordType.Revisit);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Each record's digests hold, except the block digest of a revisit, which wget takes of something else.
    private List<WarcRecord> Check(string name)
    {
        var file = Directory.GetFiles(_folder, name + ".warc*").Single();
        using var reader = WarcReader.Open(file);
        List<WarcRecord> records = [];
        while (reader.Read() is { } record)
        {
            record.VerifyDigests();
            Assert.NotNull(record.Finish());
            records.Add(record);
        }

        Assert.DoesNotContain(reader.Problems, problem => problem.Code != WarcProblemCode.ChunkedBlock && !IsKnown(records, problem));
        Assert.Equal(new FileInfo(file).Length, records[^1].Position!.Value.End);
        return records;
    }

    private static bool IsKnown(List<WarcRecord> records, WarcProblem problem) =>
        problem.Code == WarcProblemCode.WrongBlockDigest
        && records.Single(record => record.Offset == problem.Offset).Type == WarcRecordType.Revisit;

    private void Wget(SmallSite site, string name, params string[] more)
    {
        string[] arguments = ["--quiet", "--no-config", "--recursive", "--level=2", "--tries=1", "--no-proxy", $"--warc-file={name}", .. more.Where(m => m.Length > 0), site.Root];
        var start = new ProcessStartInfo("wget", arguments) { WorkingDirectory = _folder };
        using var process = Process.Start(start)!;
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)), "wget did not end in 60 s");
    }
}
