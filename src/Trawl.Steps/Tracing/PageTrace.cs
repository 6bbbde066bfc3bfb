using Trawl.Engine.Seams.Pages;

namespace Trawl.Steps.Tracing;

/// <summary>What a page gave, and how one of its records came about.</summary>
/// <param name="Outcome">What the engine would be told of the page.</param>
/// <param name="Record">The record that was asked for; null when the page does not give it.</param>
public sealed record PageTrace(PageOutcome Outcome, RecordTrace? Record);
