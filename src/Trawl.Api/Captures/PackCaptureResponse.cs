namespace Trawl.Api.Captures;

/// <summary>A package that stands whole.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Files">WARC files in it.</param>
/// <param name="Pages">Pages listed in it.</param>
public sealed record PackCaptureResponse(string Path, long Bytes, int Files, long Pages);
