namespace Trawl.Api.Captures;

/// <summary>Something in a capture that is not as it should be.</summary>
/// <param name="File">The file.</param>
/// <param name="Offset">The record, from the file's start.</param>
/// <param name="Message">What is wrong.</param>
public sealed record CaptureDefectInfo(string File, long Offset, string Message);
