using Trawl.Model.Requests;

namespace Trawl.Storage.Reading;

/// <summary>Requests that ended alike.</summary>
/// <param name="State">Failed or Skipped.</param>
/// <param name="Code">The code.</param>
/// <param name="Count">How many.</param>
/// <param name="ExampleUrl">The first of them.</param>
/// <param name="ExampleReason">What its last attempt said; null when nothing more is known.</param>
public sealed record OutcomeCount(
    RequestState State,
    string Code,
    long Count,
    string ExampleUrl,
    string? ExampleReason);
