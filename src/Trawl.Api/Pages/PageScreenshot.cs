namespace Trawl.Api.Pages;

/// <summary>The picture that was taken of a page.</summary>
/// <param name="Png">The picture, as PNG.</param>
public sealed record PageScreenshot(byte[] Png);
