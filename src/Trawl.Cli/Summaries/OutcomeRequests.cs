namespace Trawl.Cli.Summaries;

internal sealed record OutcomeRequests(long Done, long Failed, long Skipped, long Queued);
