using System.Globalization;
using System.Text;
using Trawl.Fetch.Egress;
using Trawl.Web.Urls;

namespace Trawl.Browser.Proxy;

/// <summary>A request as a browser sends it to a proxy (RFC 9112 §3.2): a tunnel to a host, or a whole URL over plain http.</summary>
internal sealed class ProxyRequest
{
    private const int HttpPort = 80;

    private static readonly string[] s_forProxies = ["Proxy-Connection", "Proxy-Authorization", "Proxy-Authenticate"];

    private ProxyRequest(EgressTarget target, bool isTunnel, byte[] head, long? bodyLength) =>
        (Target, IsTunnel, Head, BodyLength) = (target, isTunnel, head, bodyLength);

    public EgressTarget Target { get; }

    public bool IsTunnel { get; }

    /// <summary>The head for the server behind.</summary>
    public ReadOnlyMemory<byte> Head { get; }

    /// <summary>Bytes of body behind the head; null when only their end tells.</summary>
    public long? BodyLength { get; }

    /// <summary>Null when it is no request that a proxy could serve.</summary>
    public static ProxyRequest? Read(ReadOnlySpan<byte> head)
    {
        var lines = Encoding.Latin1.GetString(head).Split("\r\n");
        if (lines[0].Split(' ') is not [var method, var target, var version]) return null;
        return method == "CONNECT" ? Tunnel(target) : Plain(method, target, version, lines[1..]);
    }

    private static ProxyRequest? Tunnel(string target)
    {
        if (!WebUrl.TryParse($"https://{target}/", out var url) || url is not { Host: { } host, EffectivePort: { } port }) return null;
        // A web socket without TLS comes as a tunnel too; its port tells.
        var scheme = port == HttpPort ? "http" : "https";
        return new ProxyRequest(new EgressTarget(scheme, host, port), isTunnel: true, [], 0);
    }

    private static ProxyRequest? Plain(string method, string target, string version, string[] fields)
    {
        if (!WebUrl.TryParse(target, out var url) || url is not { Scheme: "http", Host: { } host, EffectivePort: { } port }) return null;
        var text = new StringBuilder().Append(method).Append(' ').Append(PathOf(target)).Append(' ').Append(version).Append("\r\n");
        long? length = 0;
        foreach (var field in fields)
        {
            var name = field.Split(':', 2)[0];
            if (s_forProxies.Contains(name, StringComparer.OrdinalIgnoreCase)) continue;
            if (Is(name, "Content-Length")) length = Length(field[(name.Length + 1)..]);
            if (Is(name, "Transfer-Encoding") || Is(name, "Upgrade")) length = null;
            text.Append(field).Append(field.Length > 0 ? "\r\n" : "");
        }

        return new ProxyRequest(
            new EgressTarget("http", host, port), isTunnel: false, Encoding.Latin1.GetBytes(text.Append("\r\n").ToString()), length);
    }

    private static long? Length(string text) =>
        long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Path and query as the browser wrote them.</summary>
    private static string PathOf(string target)
    {
        var slash = target.IndexOf('/', "http://".Length);
        return slash < 0 ? "/" : target[slash..];
    }

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
