namespace Trawl.Engine.Seams.Governing;

/// <summary>A change in how much a run may do; an entry of its journal.</summary>
/// <param name="Step">How far it is held back: <c>none</c>, <c>slow</c>, <c>no-admission</c>, <c>shed</c>, <c>idle-browsers</c>, <c>paused</c>.</param>
/// <param name="Rule">The rule that made it: <c>cpu</c>, <c>memory</c>, <c>files</c>, <c>disk</c>, <c>network</c>, <c>jobs</c>.</param>
/// <param name="Reading">What was read, with its unit.</param>
/// <param name="Limit">What it was held against.</param>
/// <param name="Jobs">Requests in flight that the run may have now.</param>
/// <param name="Code">Of <see cref="Model.Errors.ErrorCode"/>; null when nothing is short any more.</param>
/// <param name="Message">For people.</param>
public sealed record GovernorDecision(string Step, string Rule, string Reading, string Limit, int Jobs, string? Code, string Message);
