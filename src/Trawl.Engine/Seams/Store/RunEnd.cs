using Trawl.Model.Runs;

namespace Trawl.Engine.Seams.Store;

/// <summary>A change of the run's state.</summary>
/// <param name="State">The new state.</param>
/// <param name="Reason">Why, for people; null leaves the stored reason.</param>
/// <param name="SkipRestAs">
/// A code of <see cref="Model.Errors.ErrorCode"/> with which all requests that are not final are settled as skipped;
/// null leaves them. Parked requests are always settled as too deep when the state leaves Running for a later one.
/// </param>
public sealed record RunEnd(RunState State, string? Reason, string? SkipRestAs);
