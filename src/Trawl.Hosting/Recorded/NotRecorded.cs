using System.Globalization;
using Trawl.Api.Errors;
using Trawl.Model.Plans;
using Trawl.Model.Requests;
using Trawl.Recording.Reading;
using Trawl.Storage.Reading;

namespace Trawl.Hosting.Recorded;

/// <summary>Says why there is no recorded page.</summary>
internal static class NotRecorded
{
    public static ApiError Of(RecordedRun run, RequestRow request, int? attempt)
    {
        var url = request.Url;
        if (request.Attempts == 0)
        {
            var why = request.State == RequestState.Skipped ? $"it was skipped ({request.Code})" : "it has not been fetched";
            return new ApiError(
                ApiErrorKind.NotFound,
                $"Nothing is recorded of \"{url}\": {why}.",
                $"\"trawl explain {run.Info.Id} {url}\" says more.");
        }

        if (attempt is { } number && (number < 1 || number > request.Attempts))
        {
            return new ApiError(
                ApiErrorKind.NotFound,
                string.Create(CultureInfo.InvariantCulture, $"\"{url}\" has no attempt {number}: there were {request.Attempts}."));
        }

        return new ApiError(ApiErrorKind.NotFound, $"\"{url}\" was fetched and not recorded: {Reason(run)}.", "Pages are recorded with \"capture: full\".");
    }

    public static ApiError Damaged(string runId, CaptureDamagedException damage) => new(
        ApiErrorKind.InvalidRequest, damage.Message, $"\"trawl capture {runId} --verify\" lists all that is damaged.");

    private static string Reason(RecordedRun run) => run.Plan.Capture?.Mode switch
    {
        CaptureMode.None => "the pipeline says \"capture: none\"",
        CaptureMode.Failures => "the pipeline says \"capture: failures\", and it did not fail",
        _ when run.Capture.Count() == 0 => "the run is older than recording, or its capture folder was removed",
        _ => "its capture does not hold it",
    };
}
