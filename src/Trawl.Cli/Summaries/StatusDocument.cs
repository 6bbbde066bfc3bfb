using Trawl.Api.Machine;
using Trawl.Api.Runs;

namespace Trawl.Cli.Summaries;

/// <summary>What <c>trawl status --json</c> prints.</summary>
internal sealed record StatusDocument(GovernorReport Governor, IReadOnlyList<RunSummary> Runs);
