using Trawl.Api.Errors;
using Trawl.Api.Fixtures;
using Trawl.Hosting.Recorded;
using Trawl.Recording.Reading;
using Trawl.Steps;
using Trawl.Steps.Probing;
using Trawl.Web.Headers;

namespace Trawl.Hosting.Fixtures;

/// <summary>Makes test cases of recorded pages.</summary>
internal sealed class FixtureMaker(RecordedRun run)
{
    public ApiResult<WriteFixtureResponse> Write(WriteFixtureRequest request, CancellationToken cancellationToken)
    {
        if (request.Name is { } name && !FixtureFiles.IsName(name))
        {
            return new ApiError(
                ApiErrorKind.InvalidRequest, $"\"{name}\" cannot be a test case's name.", "Use letters, digits, \"-\", \"_\" and \".\".");
        }

        if ((request.Pipeline ?? run.Info.Source) is not { } pipeline)
        {
            return new ApiError(
                ApiErrorKind.InvalidRequest, "The run was not started from a file, so there is no place beside it.", "Name the pipeline with --pipeline FILE.");
        }

        if (!run.FindRequest(request.Url).TryGet(out var row, out var error)
            || !run.FindExchange(row, null).TryGet(out var exchange, out error))
        {
            return error;
        }

        return exchange.Status is >= 200 and < 300
            ? Write(exchange, Path.Combine(FixtureFiles.FolderOf(pipeline), request.Name ?? FixtureFiles.NameOf(exchange.Url)), cancellationToken)
            : new ApiError(ApiErrorKind.InvalidRequest, $"\"{exchange.Url}\" gave no page that rules could process: status {exchange.Status}.");
    }

    private WriteFixtureResponse Write(RecordedExchange exchange, string folder, CancellationToken cancellationToken)
    {
        var page = Exchanges.Page(exchange, run.Plan.Fetch.MaxBody);
        var type = ContentType.TryParse(exchange.Header("Content-Type"), out var parsed) ? parsed.Essence : null;
        var fixture = new Fixture(folder);
        var head = PageFile.Write(exchange.Url, exchange.StartedAt, exchange.Status, exchange.Headers);
        var body = DecodedPage.Of(page).Bytes;
        // What is expected comes from the files, as the test will read them.
        var outcome = new PageHandler(run.Plan).Handle(PageFile.Read(head, body, run.Plan.Fetch.MaxBody), cancellationToken);
        var expected = Expectation.Of(outcome);
        var files = fixture.Write(head, body, type, expected);
        return new WriteFixtureResponse(fixture.Name, folder, files, outcome.Records.Count, expected["links"]!.AsArray().Count);
    }
}
