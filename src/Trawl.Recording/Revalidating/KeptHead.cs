using Trawl.Engine.Seams.Fetching;

namespace Trawl.Recording.Revalidating;

/// <summary>The header fields of a kept answer after a 304: those of the 304 in place of its own (RFC 9111 §3.2, §4.3.4).</summary>
internal static class KeptHead
{
    // They describe the body that is kept, or the connection.
    private static readonly string[] s_stay =
    [
        "Connection", "Content-Encoding", "Content-Length", "Content-Range", "Content-Type", "Keep-Alive", "Transfer-Encoding",
    ];

    public static IReadOnlyList<FetchHeader> Of(IReadOnlyList<FetchHeader> kept, IReadOnlyList<FetchHeader> received)
    {
        FetchHeader[] fresh = [.. received.Where(field => !s_stay.Contains(field.Name, StringComparer.OrdinalIgnoreCase))];
        return [.. kept.Where(field => !fresh.Any(f => f.Name.Equals(field.Name, StringComparison.OrdinalIgnoreCase))), .. fresh];
    }
}
