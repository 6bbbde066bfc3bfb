using System.Net;
using Microsoft.AspNetCore.Http;
using Trawl.Server.Answers;

namespace Trawl.Server.Security;

/// <summary>
/// Answers only to names that are this server's. A page of a stranger that made its own name resolve to this machine
/// (DNS rebinding) calls under that name, and is refused.
/// </summary>
internal sealed class HostGate
{
    private readonly HashSet<string> _names;

    public HostGate(IPAddress listens, IReadOnlyList<string> names)
    {
        _names = new(names, StringComparer.OrdinalIgnoreCase) { "localhost", "127.0.0.1", "[::1]" };
        if (!IPAddress.IsLoopback(listens) && !listens.Equals(IPAddress.Any) && !listens.Equals(IPAddress.IPv6Any))
        {
            _names.Add(listens.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{listens}]" : listens.ToString());
        }
    }

    public Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        var host = http.Request.Host.Host;
        return _names.Contains(host) && OriginIsOurs(http.Request)
            ? next(http)
            : Problems.WriteAsync(http, Problems.Make(
                ProblemKind.WrongHost, $"The request is for \"{host}\", from \"{http.Request.Headers.Origin}\"; this server is {string.Join(", ", _names)}.",
                "Call it by one of these names, or add the name with --host."));
    }

    /// <summary>No page of another origin may call: CORS is closed, for simple requests too.</summary>
    private bool OriginIsOurs(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && _names.Contains(uri.Host));
    }
}
