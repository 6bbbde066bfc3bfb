using ModelContextProtocol.Protocol;

namespace Trawl.Mcp.Resources;

/// <summary>What addresses look like.</summary>
internal static class ResourceTemplates
{
    public static IList<ResourceTemplate> All { get; } =
    [
        Of("run", "A run", "trawl://runs/{run}"),
        Of("journal", "Events of a run in their order", "trawl://runs/{run}/journal{?after}"),
        Of("records", "Records of a run", "trawl://runs/{run}/records{?type,after}"),
        Of("page", "A page as a run recorded it", "trawl://runs/{run}/page{?url}", "text/plain"),
        Of("reference", "A page of the reference", "trawl://reference/{page}", "text/markdown"),
    ];

    private static ResourceTemplate Of(string name, string title, string template, string type = "application/json") =>
        new() { Name = name, Title = title, UriTemplate = template, MimeType = type };
}
