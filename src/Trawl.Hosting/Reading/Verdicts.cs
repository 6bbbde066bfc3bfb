using System.Globalization;
using Trawl.Api.Explaining;
using Trawl.Model.Requests;
using Trawl.Model.Runs;
using Trawl.Storage.Reading;

namespace Trawl.Hosting.Reading;

/// <summary>The answer of an explanation in one sentence.</summary>
internal static class Verdicts
{
    public static string Of(UrlExplanation facts, RequestRow? request, RunState run)
    {
        var spelling = facts.Changes.Count > 0 ? $"Another spelling of {facts.Canonical}. " : "";
        return spelling + (request is null ? Unmet(facts, run) : Met(request, facts.Meaning));
    }

    private static string Met(RequestRow request, string? meaning) => request.State switch
    {
        RequestState.Done when request.RedirectedTo is { } target =>
            $"Fetched: the server redirects to {target}, which is a request of its own.",
        RequestState.Done => string.Create(
            CultureInfo.InvariantCulture, $"Fetched: status {request.Status}, {Count(request.Records ?? 0, "record")}."),
        RequestState.Failed => $"Given up after {Count(request.Attempts, "attempt")}. {request.Reason ?? meaning}",
        RequestState.Skipped => $"Not fetched. {request.Reason ?? meaning}",
        RequestState.Waiting => string.Create(
            CultureInfo.InvariantCulture,
            $"Waiting for its next attempt, not before {request.NotBefore:yyyy-MM-dd HH:mm:ss}Z. {meaning ?? request.Reason}"),
        RequestState.Parked => "Waiting for a shorter path: every one known so far is longer than scope.depth allows.",
        RequestState.Leased => "In an engine's hands.",
        _ => "Waiting for its turn.",
    };

    private static string Unmet(UrlExplanation facts, RunState run)
    {
        if (!facts.Scope.InScope)
        {
            return $"Not part of the run, and a link to it is not followed: {facts.Scope.Reason}.";
        }

        if (facts.Robots is { Allowed: false, Obeyed: true } robots)
        {
            return $"The run has not met it; it would be skipped: {robots.Reason}.";
        }

        return run is RunState.Completed or RunState.Failed or RunState.Cancelled
            ? "The run never met it: no page it fetched has a link to it that a rule follows. It would have been fetched."
            : "The run has not met it so far; it will be fetched when a rule follows a link to it.";
    }

    private static string Count(long count, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {thing}{(count == 1 ? "" : "s")}");
}
