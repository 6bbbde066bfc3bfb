using ModelContextProtocol.Protocol;

namespace Trawl.Mcp.Resources;

/// <summary>Addresses of what can be read.</summary>
internal static class TrawlUris
{
    public const string Runs = "trawl://runs";
    public const string Reference = "trawl://reference";

    public static string Run(string id) => $"{Runs}/{id}";

    public static string Journal(string id) => $"{Runs}/{id}/journal";

    public static string Records(string id) => $"{Runs}/{id}/records";

    public static string Page(string id, string url) => $"{Runs}/{id}/page?url={Uri.EscapeDataString(url)}";

    public static ResourceLinkBlock Link(string uri, string name, string type = "application/json") =>
        new() { Uri = uri, Name = name, MimeType = type };
}
