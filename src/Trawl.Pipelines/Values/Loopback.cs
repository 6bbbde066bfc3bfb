using Trawl.Web.Urls;

namespace Trawl.Pipelines.Values;

/// <summary>Knows which hosts are this machine.</summary>
internal static class Loopback
{
    /// <summary>Whether the host pattern can only mean this machine.</summary>
    public static bool IsPattern(string pattern)
    {
        string host = pattern.StartsWith("*.", StringComparison.Ordinal) ? pattern[2..] : pattern;
        return WebUrl.TryParse($"http://{host}/", out var url) && Is(url);
    }

    /// <summary>Whether the URL is on this machine.</summary>
    public static bool Is(WebUrl url)
    {
        string host = url.Host ?? "";
        return host is "localhost" or "[::1]" || host.EndsWith(".localhost", StringComparison.Ordinal)
            || host.StartsWith("127.", StringComparison.Ordinal);
    }
}
