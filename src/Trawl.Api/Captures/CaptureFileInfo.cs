namespace Trawl.Api.Captures;

/// <summary>A file of a capture.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Bytes">Bytes that hold; a run under way may have written more.</param>
/// <param name="Exchanges">Exchanges in it.</param>
/// <param name="Revisits">Answers in it whose body stands elsewhere.</param>
public sealed record CaptureFileInfo(string Path, long Bytes, long Exchanges, long Revisits);
