namespace Trawl.Engine.Seams.Store;

/// <summary>A robots.txt as fetched.</summary>
/// <param name="FetchedAt">When; it is used for 24 hours (RFC 9309 §2.4).</param>
/// <param name="Status">HTTP status, or 0 when unreachable.</param>
/// <param name="Body">The file, decoded from its content coding and cut at 500 KiB; empty unless the status is 2xx.</param>
/// <param name="Unreachable">Whether the host must be taken as disallowing everything (5xx, network error).</param>
public sealed record RobotsRecord(DateTimeOffset FetchedAt, int Status, byte[] Body, bool Unreachable);
