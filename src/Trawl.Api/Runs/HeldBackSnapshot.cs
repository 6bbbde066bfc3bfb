namespace Trawl.Api.Runs;

/// <summary>Why a run does less than its pipeline says, or nothing, until there is enough again.</summary>
/// <param name="Code">Code of the error catalogue, <c>TRAWL-GOVERNOR-001</c> and so on.</param>
/// <param name="Message">What is short and the way out.</param>
/// <param name="IsPaused">Whether nothing new begins.</param>
public sealed record HeldBackSnapshot(string Code, string Message, bool IsPaused);
