namespace Trawl.Cli.Terminal;

/// <summary>A column of a <see cref="TextTable"/>.</summary>
/// <param name="Title">Its heading; empty for none.</param>
/// <param name="IsRight">Whether its cells end at its right edge.</param>
/// <param name="MayShrink">Whether it gives way on a narrow terminal.</param>
internal sealed record TextColumn(string Title, bool IsRight = false, bool MayShrink = false);
