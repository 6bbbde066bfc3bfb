using System.Net;
using System.Net.Sockets;

namespace Trawl.Fetch.Egress;

/// <summary>
/// The gate that every connection of a run passes: scheme and port are held against the rules, the name is resolved
/// once, each address is checked, and the addresses that passed are the ones that are dialled.
/// </summary>
internal sealed class EgressGuard(EgressRules rules, IAddressResolver resolver)
{
    /// <exception cref="EgressRefusedException">The target may not be reached.</exception>
    /// <exception cref="SocketException">The name does not resolve.</exception>
    public async ValueTask<CheckedTarget> CheckAsync(EgressTarget target, CancellationToken cancellationToken)
    {
        if (!rules.AllowsScheme(target.Scheme)) throw Refusals.Scheme(target);
        var addresses = await ResolveAsync(target, cancellationToken).ConfigureAwait(false);
        var isNamed = rules.AllowsHost(target);
        var isUsualPort = rules.AllowsPort(target);
        // A name may lead to public and to private addresses at once; the public ones may be used.
        var passed = addresses.FindAll(a => isNamed || rules.AllowsAddress(a) || (isUsualPort && IsPublic(a)));
        if (passed.Count > 0) return new CheckedTarget([.. passed.Select(a => new IPEndPoint(a, target.Port))]);
        throw addresses.Find(IsPublic) is null ? Refusals.Address(target, addresses[0]) : Refusals.Port(target);
    }

    private static bool IsPublic(IPAddress address) => GlobalAddresses.Problem(address) is null;

    private async ValueTask<List<IPAddress>> ResolveAsync(EgressTarget target, CancellationToken cancellationToken)
    {
        IReadOnlyList<IPAddress> found = target.Literal is { } literal
            ? [literal]
            : await resolver.ResolveAsync(target.Host, cancellationToken).ConfigureAwait(false);
        return found.Count > 0
            ? [.. found.Select(GlobalAddresses.Plain)]
            : throw new SocketException((int)SocketError.NoData);
    }
}
