namespace Trawl.Api.Captures;

/// <summary>Asks what a run has recorded.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Verify">Whether every record is read and checked.</param>
public sealed record CaptureRequest(string RunId, bool Verify = false);
