using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Trawl.Mcp.Resources;

/// <summary>An address of a resource, taken apart.</summary>
internal sealed record ResourceUri
{
    private static readonly string[] s_parts = ["", "journal", "records", "page"];

    private Dictionary<string, string> Values { get; init; } = [];

    public bool IsReference { get; private init; }

    /// <summary>The page of the reference.</summary>
    public string Name { get; private init; } = "";

    /// <summary>The run; null for the list of runs.</summary>
    public string? Run { get; private init; }

    /// <summary>Which part of the run: empty for the run itself.</summary>
    public string Part { get; private init; } = "";

    public long After => long.TryParse(Query("after"), NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after : 0;

    public string? Query(string name) => Values.GetValueOrDefault(name);

    public static bool TryParse(string text, [NotNullWhen(true)] out ResourceUri? address)
    {
        address = null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme != "trawl")
        {
            return false;
        }

        var segments = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
        address = (uri.Host, segments) switch
        {
            ("reference", [var name]) => new ResourceUri { IsReference = true, Name = name },
            ("runs", []) => new ResourceUri(),
            ("runs", [var run]) => new ResourceUri { Run = run },
            ("runs", [var run, var part]) when s_parts.Contains(part) => new ResourceUri { Run = run, Part = part, Values = Pairs(uri.Query) },
            _ => null,
        };
        return address is not null;
    }

    private static Dictionary<string, string> Pairs(string query) => query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(p => p.Split('=', 2)).GroupBy(p => p[0]).ToDictionary(p => p.Key, p => Uri.UnescapeDataString(p.Last().ElementAtOrDefault(1) ?? ""));
}
