using Trawl.Api.Runs;
using Trawl.Model.Errors;

namespace Trawl.Mcp.Tools.Answers;

/// <summary>Requests that ended alike.</summary>
internal sealed record ProblemGroup(string State, string Code, string Meaning, string? WayOut, long Count, string? ExampleUrl, string? ExampleReason)
{
    public static ProblemGroup Of(OutcomeGroup group) => new(
        group.State.ToString().ToLowerInvariant(), group.Code, group.Meaning, ErrorCatalogue.All.FirstOrDefault(e => e.Code == group.Code)?.WayOut, group.Count,
        group.ExampleUrl, group.ExampleReason);
}
