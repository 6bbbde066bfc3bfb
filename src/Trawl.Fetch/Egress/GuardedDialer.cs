using System.Net.Sockets;

namespace Trawl.Fetch.Egress;

/// <summary>
/// Opens TCP connections that passed the egress guard: for the fetcher, for the target behind a proxy, and for what
/// relays the requests of a browser page.
/// </summary>
public sealed class GuardedDialer
{
    private readonly EgressGuard _guard;
    private readonly Dialer _dialer;

    /// <param name="rules">What may be reached.</param>
    /// <param name="resolver">Names to addresses; null for the machine's own resolver.</param>
    /// <param name="time">For the patience with an address that does not answer; null for the system's.</param>
    public GuardedDialer(EgressRules rules, IAddressResolver? resolver = null, TimeProvider? time = null)
    {
        _guard = new EgressGuard(rules, resolver ?? new SystemResolver());
        _dialer = new Dialer(time ?? TimeProvider.System);
    }

    /// <summary>Connects to the target, or says why it must not.</summary>
    /// <returns>A stream that owns its socket.</returns>
    /// <exception cref="EgressRefusedException">The target may not be reached; nothing was dialled.</exception>
    /// <exception cref="SocketException">The name does not resolve, or nobody answers.</exception>
    public async ValueTask<Stream> DialAsync(EgressTarget target, CancellationToken cancellationToken)
    {
        var passed = await _guard.CheckAsync(target, cancellationToken).ConfigureAwait(false);
        return await _dialer.DialAsync(passed, cancellationToken).ConfigureAwait(false);
    }
}
