using Trawl.Api.Errors;

namespace Trawl.Cli.Summaries;

/// <summary>What a refused command prints with <c>--json</c>.</summary>
internal sealed record ErrorDocument(ApiError Error);
