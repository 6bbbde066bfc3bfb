using Trawl.Engine.Seams.Fetching;
using Trawl.Model.Plans;
using Trawl.Model.Runs;
using Trawl.Recording.Replaying;
using Trawl.Recording.Tests.Support;

namespace Trawl.Recording.Tests.Capturing;

/// <summary><c>capture: failures</c> keeps what went wrong, and nothing else.</summary>
public sealed class FailuresModeTests : IDisposable
{
    private readonly RecordedRun _run = new("http://a.test/");

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task WhatFailedIsKept_WhatWentWellIsNot()
    {
        _run.Web.On("http://a.test/", "/well /moved /gone /flaky /broken /cut")
            .On("http://a.test/well", "all is well")
            .On("http://a.test/moved", () => ScriptedWeb.Answer(302, "", ("Location", "/well")))
            .On("http://a.test/flaky", () => ScriptedWeb.Answer(503, "busy"), () => ScriptedWeb.Answer(200, "at last"))
            .On("http://a.test/broken", () => ScriptedWeb.Failure(FetchErrorKind.Dns))
            .On("http://a.test/cut", () => ScriptedWeb.Failure(FetchErrorKind.TooLarge, 200, "the beginning"));
        Assert.Equal(RunState.Completed, (await _run.RunAsync(options => options with { Mode = CaptureMode.Failures })).State);

        using var capture = _run.Open();
        Assert.Equal(["busy"], Kept("http://a.test/flaky"));
        Assert.Equal([""], Kept("http://a.test/gone"));
        Assert.Equal(["the beginning"], Kept("http://a.test/cut"));
        Assert.NotEmpty(Kept("http://a.test/broken"));
        Assert.All(["http://a.test/", "http://a.test/well", "http://a.test/moved"], url => Assert.Empty(Kept(url)));
        Assert.All(capture.Rows(), row => Assert.True(row.Error is not null || row.Status >= 400));

        List<string> Kept(string url) => [.. capture.FindByUrl(url).Select(e => System.Text.Encoding.UTF8.GetString(e.Body.Span))];
    }

    [Fact]
    public async Task ItsReplay_SaysWhatIsMissing()
    {
        _run.Web.On("http://a.test/", "/gone");
        await _run.RunAsync(options => options with { Mode = CaptureMode.Failures });
        var scratch = Directory.CreateTempSubdirectory("trawl-replay-").FullName;

        var outcome = await new RunReplay(new ReplayOptions { RecordedFolder = _run.Folder, ScratchFolder = scratch, Pages = _ => _run, Seed = 0 })
            .RunAsync(CancellationToken.None);

        Directory.Delete(scratch, recursive: true);
        Assert.NotNull(outcome.Divergence);
        Assert.Contains("http://a.test/", outcome.Missing);
    }
}
