using Trawl.Api.Errors;
using Trawl.Api.Outputs;
using Trawl.Api.Records;
using Trawl.Api.Requests;
using Trawl.Api.Runs;
using Trawl.Hosting.Tests.Support;
using Trawl.Model.Requests;

namespace Trawl.Hosting.Tests.Reading;

public sealed class ReadingTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private LocalTrawlClient _client = null!;
    private string _runId = "";

    public async Task InitializeAsync()
    {
        _client = TestHost.Open(_folder.Path, PaperSite.Of(3));
        _runId = await _client.StartAsync();
        await _client.EndAsync(_runId);
    }

    public async Task DisposeAsync()
    {
        await _client.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Show_CountsProblemsAndFiles()
    {
        var details = (await _client.ShowRunAsync(new ShowRunRequest(_runId), CancellationToken.None)).Value;

        Assert.Equal(new RequestCounts(0, 0, 4, 1, 1), details.Run.Requests);
        Assert.Equal(4, details.Records["page"]);
        Assert.Equal(["TRAWL-FETCH-010", "TRAWL-SKIP-001"], details.Problems.Select(p => p.Code));
        Assert.All(details.Problems, p => Assert.NotEmpty(p.Meaning));
        Assert.True(File.Exists(Assert.Single(details.Outputs).Path));
    }

    [Fact]
    public async Task Requests_InPagesAndByState()
    {
        var first = (await _client.ListRequestsAsync(new ListRequestsRequest { RunId = _runId, Limit = 4 }, CancellationToken.None)).Value;
        var rest = (await _client.ListRequestsAsync(
            new ListRequestsRequest { RunId = _runId, Limit = 4, After = first.Next!.Value }, CancellationToken.None)).Value;
        var failed = (await _client.ListRequestsAsync(
            new ListRequestsRequest { RunId = _runId, State = RequestState.Failed }, CancellationToken.None)).Value;

        Assert.Equal((4, 2, null), (first.Requests.Count, rest.Requests.Count, rest.Next));
        Assert.Equal("http://paper.test/gone", Assert.Single(failed.Requests).Url);
    }

    [Fact]
    public async Task Records_AreJson()
    {
        var page = (await _client.ListRecordsAsync(new ListRecordsRequest { RunId = _runId, Limit = 1 }, CancellationToken.None)).Value;

        Assert.Equal("home", page.Records[0].Data.GetProperty("title").GetString());
        Assert.NotNull(page.Next);
    }

    [Fact]
    public async Task Export_ToFileAndStream()
    {
        var path = Path.Combine(_folder.Path, "out.csv");
        var written = (await _client.ExportAsync(new ExportRequest(_runId, path, null, []), CancellationToken.None)).Value;
        using var stream = new MemoryStream();
        await _client.ExportAsync(new ExportRequest(_runId, "-", Model.Plans.OutputFormat.Jsonl, []), stream, CancellationToken.None);

        Assert.Equal((4, path), (written.Outputs[0].Records["page"], written.Outputs[0].Path));
        Assert.Equal(5, File.ReadAllLines(path).Length);
        Assert.Equal(4, System.Text.Encoding.UTF8.GetString(stream.ToArray()).Count(c => c == '\n'));
    }

    [Theory]
    [InlineData("out.xls", null, "does not say the format")]
    [InlineData("out.csv", "nonsense", "no record type \"nonsense\"")]
    public async Task Export_WhatCannotBe_IsRefused(string name, string? type, string expected)
    {
        var request = new ExportRequest(_runId, Path.Combine(_folder.Path, name), null, type is null ? [] : [type]);
        var result = await _client.ExportAsync(request, CancellationToken.None);

        Assert.Contains(expected, result.Error!.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(request.Path));
    }

    [Fact]
    public async Task UnknownRun_IsNotFoundEverywhere()
    {
        var none = CancellationToken.None;
        ApiError?[] errors =
        [
            (await _client.ShowRunAsync(new ShowRunRequest("nope"), none)).Error,
            (await _client.ResumeRunAsync(new ResumeRunRequest("nope"), none)).Error,
            (await _client.CancelRunAsync(new CancelRunRequest("../runs"), none)).Error,
            (await _client.StopRunAsync(new StopRunRequest("nope"), none)).Error,
            (await _client.ListRequestsAsync(new ListRequestsRequest { RunId = "nope" }, none)).Error,
            (await _client.ExportAsync(new ExportRequest("nope", "/x.csv", null, []), none)).Error,
            (await _client.EndAsync("nope")).Error,
        ];

        Assert.All(errors, e => Assert.Equal(ApiErrorKind.NotFound, e?.Kind));
    }

    [Fact]
    public async Task DamagedRun_IsListedAndTheOthersAreReadable()
    {
        _folder.Write("runs/broken/run.db", "this is no database, whatever its name says");
        var listed = (await _client.ListRunsAsync(new ListRunsRequest(), CancellationToken.None)).Value;

        Assert.Equal(_runId, Assert.Single(listed.Runs).RunId);
        Assert.EndsWith("broken", Assert.Single(listed.Damaged).Folder, StringComparison.Ordinal);
        Assert.Equal(ApiErrorKind.StoreFailed, (await _client.ShowRunAsync(new ShowRunRequest("broken"), CancellationToken.None)).Error?.Kind);
    }
}
