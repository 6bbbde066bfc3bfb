using Trawl.Api.Errors;
using Trawl.Api.Fixtures;
using Trawl.Hosting.Running;
using Trawl.Model.Plans;
using Trawl.Steps;

namespace Trawl.Hosting.Fixtures;

/// <summary>Runs a pipeline's test cases: no network, no run, no home.</summary>
internal sealed class PipelineTest(PlanPreparation preparation, TimeProvider clock)
{
    public ApiResult<TestPipelineResponse> Run(TestPipelineRequest request, CancellationToken cancellationToken)
    {
        if (!Plan(request).TryGet(out var plan, out var error))
        {
            return error;
        }

        if ((request.Folder ?? (request.Pipeline is { } source ? FixtureFiles.FolderOf(source.Path) : null)) is not { } folder)
        {
            return new ApiError(ApiErrorKind.InvalidRequest, "A plan has no file, so the folder of its test cases must be given.");
        }

        var fixtures = Fixtures(folder, request.Name);
        return fixtures.Count == 0 ? None(folder, request.Name) : Run(plan, folder, fixtures, request.Update, cancellationToken);
    }

    private TestPipelineResponse Run(
        PipelinePlan plan, string folder, List<Fixture> fixtures, bool update, CancellationToken cancellationToken)
    {
        var began = clock.GetTimestamp();
        var handler = new PageHandler(plan);
        var cases = fixtures.AsParallel().AsOrdered().WithCancellation(cancellationToken)
            .Select(f => Run(handler, plan, f, update, cancellationToken)).ToList();
        return new TestPipelineResponse(folder, cases, Snapshots.Seconds(clock.GetElapsedTime(began)));
    }

    private static TestedCase Run(PageHandler handler, PipelinePlan plan, Fixture fixture, bool update, CancellationToken cancellationToken)
    {
        var url = "";
        try
        {
            var page = fixture.ReadPage(plan.Fetch.MaxBody);
            url = page.Url.Href;
            var expected = fixture.ReadExpected();
            var actual = Expectation.Of(handler.Handle(page, cancellationToken));
            var differences = Differences.Of(expected, actual);
            if (differences.Count > 0 && update)
            {
                fixture.Expect(actual);
            }

            var outcome = differences.Count == 0 ? TestOutcome.Passed : update ? TestOutcome.Updated : TestOutcome.Failed;
            return new TestedCase(fixture.Name, url, outcome, differences, null);
        }
        catch (Exception error) when (error is FormatException or IOException or UnauthorizedAccessException)
        {
            return new TestedCase(fixture.Name, url, TestOutcome.Broken, [], error.Message);
        }
    }

    private ApiResult<PipelinePlan> Plan(TestPipelineRequest request)
    {
        if (request.Plan is null == request.Pipeline is null)
        {
            return new ApiError(ApiErrorKind.InvalidRequest, "A pipeline or a plan is tested: give one of the two.");
        }

        if (request.Plan is { } plan)
        {
            return plan;
        }

        var found = preparation.Validate(request.Pipeline!);
        return found.Plan is { } valid
            ? valid
            : new ApiError(ApiErrorKind.InvalidPipeline, $"\"{request.Pipeline!.Path}\" has errors.") { Diagnostics = found.Diagnostics };
    }

    private static List<Fixture> Fixtures(string folder, string? name) => !Directory.Exists(folder)
        ? []
        : [.. Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Select(f => new Fixture(f))
            .Where(f => name is null || f.Name.Contains(name, StringComparison.OrdinalIgnoreCase))];

    private static ApiError None(string folder, string? name) => new(
        ApiErrorKind.NotFound,
        name is null ? $"There are no test cases in \"{folder}\"." : $"No test case in \"{folder}\" has \"{name}\" in its name.",
        "Make one of a recorded page with \"trawl fixture RUN URL\".");
}
