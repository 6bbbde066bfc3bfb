using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Trawl.Fetch.Egress;

namespace Trawl.Enrich.Tools;

/// <summary>Opens WebSockets for the protocol's client.</summary>
internal sealed class SocketClient(GuardedHttp http, Uri url, Dictionary<string, string> headers, string name, long most) : IClientTransport
{
    public string Name => name;

    public async Task<ITransport> ConnectAsync(CancellationToken cancellationToken = default) =>
        new SocketTransport(await http.OpenSocketAsync(url, SocketTransport.Subprotocol, headers, cancellationToken).ConfigureAwait(false), name, most);
}
