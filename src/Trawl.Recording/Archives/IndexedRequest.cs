namespace Trawl.Recording.Archives;

/// <summary>What a request record says of the answer that belongs to it.</summary>
internal sealed record IndexedRequest(string? RecordId, IReadOnlyList<string> ConcurrentTo, string Method, string BodyHash)
{
    public bool BelongsTo(IndexedAnswer answer) =>
        (answer.RecordId is { } id && ConcurrentTo.Contains(id)) || (RecordId is { } own && answer.ConcurrentTo.Contains(own));
}
