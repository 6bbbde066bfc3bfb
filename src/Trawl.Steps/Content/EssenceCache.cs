using System.Collections.Concurrent;
using Trawl.Web.Headers;

namespace Trawl.Steps.Content;

/// <summary>Media types of header values: a site sends the same few all the time.</summary>
internal static class EssenceCache
{
    private const int Most = 256;

    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    public static string? Of(string? header)
    {
        if (header is null) return null;
        if (Known.TryGetValue(header, out var essence)) return essence;
        if (!ContentType.TryParse(header, out var type)) return null;
        if (Known.Count < Most) Known.TryAdd(header, type.Essence);
        return type.Essence;
    }
}
