using Trawl.Engine.Seams.Fetching;

namespace Trawl.Recording.Archives;

/// <summary>An answer read from an archive.</summary>
internal sealed record ArchivedAnswer(
    int Status, string StartLine, IReadOnlyList<FetchHeader> Headers, byte[] Body, bool IsTooLarge, DateTimeOffset Date);
