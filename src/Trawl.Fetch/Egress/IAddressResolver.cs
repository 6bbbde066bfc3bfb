using System.Net;
using System.Net.Sockets;

namespace Trawl.Fetch.Egress;

/// <summary>Turns a name into addresses. Asked once for each connection; what it says is checked and dialled.</summary>
public interface IAddressResolver
{
    /// <summary>The addresses of a name, best first.</summary>
    /// <exception cref="SocketException">The name does not resolve.</exception>
    ValueTask<IReadOnlyList<IPAddress>> ResolveAsync(string name, CancellationToken cancellationToken);
}
