namespace Trawl.Mcp.Tools.Answers;

internal sealed record RunListing(IReadOnlyList<RunView> Runs, bool HasMore);
