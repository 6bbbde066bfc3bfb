using System.Net;

namespace Trawl.Fetch.Egress;

/// <summary>The machine's own resolver.</summary>
internal sealed class SystemResolver : IAddressResolver
{
    public async ValueTask<IReadOnlyList<IPAddress>> ResolveAsync(string name, CancellationToken cancellationToken) =>
#pragma warning disable RS0030 // The one place: the guard asks, once, and checks the answer.
        await Dns.GetHostAddressesAsync(name, cancellationToken).ConfigureAwait(false);
#pragma warning restore RS0030
}
