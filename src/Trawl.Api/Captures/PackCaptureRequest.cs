namespace Trawl.Api.Captures;

/// <summary>Packs what a run has recorded as one WACZ file.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Path">Absolute path; a file that exists is replaced in one step.</param>
public sealed record PackCaptureRequest(string RunId, string Path);
