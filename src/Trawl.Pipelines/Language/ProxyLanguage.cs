using System.Text.Json.Nodes;
using Trawl.Pipelines.Diagnostics;

namespace Trawl.Pipelines.Language;

/// <summary>Keys of <c>proxies</c>.</summary>
internal static class ProxyLanguage
{
    private static readonly ScalarShape Url = new("proxyUrl", "proxy", Check, () => new JsonObject
    {
        ["type"] = "string",
        ["pattern"] = "^(http|socks5)://[^/@?#]+/?$",
    })
    { Doc = "`http://host:port` or `socks5://host:port`." };

    private static readonly ScalarShape Secret = new(
        "proxySecret", "text", static _ => null, static () => new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") })
    { Doc = "Any text. `${env:NAME}` is not stored with the run; other text is stored sealed." };

    private static readonly MapShape Proxy = new("proxy", () => Keys)
    {
        Doc = "A proxy with the values that it asks for.",
        Example = """proxies: [{ url: "http://gate.example:3128", user: me, password: "${env:GATE_PASSWORD}" }]""",
    };

    public static readonly UnionShape Proxies = new()
    {
        Scalar = Url,
        List = new ListShape(new UnionShape { Scalar = Url, Map = Proxy }),
        Map = Proxy,
    };

    private static IReadOnlyList<Key> Keys =>
    [
        new("url", Url, "Where it is.") { Required = true },
        new("user", Secret, "Who asks."),
        new("password", Secret, "The password.") { OnlyWith = ["user"] },
    ];

    private static Fault? Check(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Host.Length > 0
        && url is { Scheme: "http" or "socks5", PathAndQuery: "/" or "", UserInfo: "", Fragment: "", Port: > 0 }
            ? null
            : new Fault(Rules.BadProxy, $"\"{text}\" is no proxy.");
}
