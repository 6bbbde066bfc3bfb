using Trawl.Recording.Tests.Support;
using Trawl.Warc;
using Trawl.Warc.Reading;

namespace Trawl.Recording.Tests.Capturing;

public sealed class RevisitTests : IDisposable
{
    private readonly RecordedRun _run = new("http://a.test/");

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task ABodySeenBefore_IsStoredOnceAndReadEverywhere()
    {
        var same = new string('s', 4_000);
        _run.Web.On("http://a.test/", "/a /b /c /d").On("http://a.test/a", same).On("http://a.test/b", same)
            .On("http://a.test/c", "short").On("http://a.test/d", "short");
        await _run.RunAsync();

        using var capture = _run.Open();
        Assert.All(["/a", "/b"], path => Assert.Equal(4_000, capture.FindByUrl($"http://a.test{path}").Single().Body.Length));
        using var reader = WarcReader.Open(_run.File());
        var records = new List<(WarcRecordType Type, string? Url, string? RefersTo, string? Id)>();
        while (reader.Read() is { } record)
        {
            records.Add((record.Type, record.TargetUri, record.Fields[WarcFields.RefersTo], record.RecordId));
        }

        Assert.Empty(reader.Problems);
        var revisit = Assert.Single(records, r => r.Type == WarcRecordType.Revisit);
        var original = Assert.Single(records, r => r.Id == revisit.RefersTo);
        Assert.Equal(WarcRecordType.Response, original.Type);
        Assert.Equal(["http://a.test/a", "http://a.test/b"], new[] { revisit.Url, original.Url }.Order());
    }
}
