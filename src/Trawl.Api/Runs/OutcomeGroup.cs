using Trawl.Model.Requests;

namespace Trawl.Api.Runs;

/// <summary>Requests that ended alike.</summary>
/// <param name="State">Failed or Skipped.</param>
/// <param name="Code">The code of <see cref="Trawl.Model.Errors.ErrorCode"/>.</param>
/// <param name="Meaning">The code in words.</param>
/// <param name="Count">How many.</param>
/// <param name="ExampleUrl">One of them.</param>
/// <param name="ExampleReason">What its last attempt said; null when nothing more is known.</param>
public sealed record OutcomeGroup(
    RequestState State,
    string Code,
    string Meaning,
    long Count,
    string? ExampleUrl,
    string? ExampleReason);
