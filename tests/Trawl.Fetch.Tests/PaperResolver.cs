using System.Net;
using Trawl.Fetch.Egress;

namespace Trawl.Fetch.Tests;

/// <summary>A resolver that says what a test wants said.</summary>
public sealed class PaperResolver(Func<string, CancellationToken, ValueTask<IReadOnlyList<IPAddress>>> answer)
    : IAddressResolver
{
    private int _asked;

    /// <summary>Times it was asked.</summary>
    public int Asked => _asked;

    /// <summary>Answers each question with the next of these, and then always with the last.</summary>
    public static PaperResolver Saying(params string[] addresses)
    {
        var at = -1;
        return new PaperResolver((_, _) => ValueTask.FromResult<IReadOnlyList<IPAddress>>(
            [IPAddress.Parse(addresses[Math.Min(Interlocked.Increment(ref at), addresses.Length - 1)])]));
    }

    /// <summary>Answers every question with all of these.</summary>
    public static PaperResolver SayingAll(params string[] addresses) => new(
        (_, _) => ValueTask.FromResult<IReadOnlyList<IPAddress>>([.. addresses.Select(IPAddress.Parse)]));

    public ValueTask<IReadOnlyList<IPAddress>> ResolveAsync(string name, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _asked);
        return answer(name, cancellationToken);
    }
}
