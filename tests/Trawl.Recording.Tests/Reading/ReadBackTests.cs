using System.Text;
using Trawl.Engine.Seams.Fetching;
using Trawl.Model.Runs;
using Trawl.Recording.Reading;
using Trawl.Recording.Tests.Support;

namespace Trawl.Recording.Tests.Reading;

/// <summary>What was fetched is read back as it was, whatever came of it.</summary>
public sealed class ReadBackTests : IDisposable
{
    private readonly RecordedRun _run = new("http://a.test/");

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task EveryExchange_WithItsFailuresAndRetries_IsReadBackAsTheEngineSawIt()
    {
        _run.Web
            .On("http://a.test/robots.txt", () => ScriptedWeb.Failure(FetchErrorKind.Reset), () => ScriptedWeb.Answer(301, "", ("Location", "/r.txt")))
            .On("http://a.test/r.txt", () => ScriptedWeb.Answer(200, "User-agent: *\nDisallow: /no"))
            .On("http://a.test/", "/ok /moved /gone /flaky /broken /cut /fault /no " + new string('x', 5_000))
            .On("http://a.test/ok", () => ScriptedWeb.Answer(200, "Grüße", ("Content-Type", "text/plain; charset=utf-8"), ("X-Twice", "1"), ("X-Twice", "2")))
            .On("http://a.test/moved", () => ScriptedWeb.Answer(302, "", ("Location", "/target?a=1")))
            .On("http://a.test/flaky", () => ScriptedWeb.Answer(503, "busy"), () => ScriptedWeb.Failure(FetchErrorKind.Timeout), () => ScriptedWeb.Answer(200, "at last"))
            .On("http://a.test/broken", () => ScriptedWeb.Failure(FetchErrorKind.Dns))
            .On("http://a.test/cut", () => ScriptedWeb.Failure(FetchErrorKind.TooLarge, 200, "the beginning"))
            .On("http://a.test/fault", "fault");

        Assert.Equal(RunState.Completed, (await _run.RunAsync()).State);

        using var capture = _run.Open();
        Assert.Equal(_run.Web.Exchanges.Count, capture.Count());
        foreach (var (request, result, body) in _run.Web.Exchanges.Where(e => e.Request.RequestId is not null))
        {
            var read = capture.Find(request.RequestId!.Value, request.Attempt);
            Assert.NotNull(read);
            AssertSame(request, result, body, read);
        }

        var robots = _run.Web.Exchanges.Where(e => e.Request.RobotsOf is not null).ToArray();
        var readRobots = capture.FindRobots(robots[0].Request.RobotsOf!.Value);
        Assert.Equal(3, readRobots.Count);
        foreach (var ((request, result, body), read) in robots.Zip(readRobots))
        {
            AssertSame(request, result, body, read);
        }
    }

    [Fact]
    public async Task ByUrl_AllAttemptsAreFound()
    {
        _run.Web.On("http://a.test/", () => ScriptedWeb.Answer(500), () => ScriptedWeb.Answer(200, "well"));
        await _run.RunAsync();

        using var capture = _run.Open();
        Assert.Equal([500, 200], capture.FindByUrl("http://a.test/").Select(e => e.Status));
        Assert.Empty(capture.FindByUrl("http://a.test/never"));
        Assert.Null(capture.Find(1, 2));
        Assert.Null(capture.Find(99, 0));
    }

    [Fact]
    public async Task AFileThatWasChanged_IsReportedWithFileAndOffset()
    {
        _run.Web.On("http://a.test/", new string('x', 3_000));
        await _run.RunAsync();
        RecordedExchange page;
        using (var capture = _run.Open())
        {
            page = capture.FindByUrl("http://a.test/").Single();
        }

        using (var file = new FileStream(_run.File(page.File), FileMode.Open))
        {
            file.Position = page.Offset + (page.Length / 4);
            file.Write("damage"u8);
        }

        using var damaged = _run.Open();
        var error = Assert.Throws<CaptureDamagedException>(() => damaged.FindByUrl("http://a.test/"));
        Assert.Equal((_run.File(), page.Offset), (error.File, error.Offset));
    }

    private static void AssertSame(FetchRequest request, FetchResult result, byte[] body, RecordedExchange read)
    {
        Assert.Equal((request.Url, request.Method), (read.Url, read.Method));
        Assert.Equal((result.Status, result.Error, result.Address), (read.Status, read.Error, read.Address));
        Assert.Equal((result.StartedAt, result.Duration), (read.StartedAt, read.Duration));
        Assert.Equal(result.Headers, read.Headers);
        Assert.Equal(Encoding.UTF8.GetString(body), Encoding.UTF8.GetString(read.Body.Span));
        Assert.StartsWith($"{request.Method} ", Encoding.ASCII.GetString(read.RequestHead.Span), StringComparison.Ordinal);
    }
}
