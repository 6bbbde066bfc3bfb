using System.Security.Cryptography;

namespace Trawl.Ipc;

/// <summary>
/// One-time tokens: 128 random bits each, given to a worker on its standard input, redeemed once. Comparing takes the same
/// time whatever is shown.
/// </summary>
public sealed class IpcTokens
{
    private readonly Lock _lock = new();
    private readonly List<(byte[] Token, int? Process)> _open = [];

    /// <summary>A new token; only the process of that id may redeem it, when one is given.</summary>
    public byte[] Issue(int? process = null)
    {
        var token = RandomNumberGenerator.GetBytes(16);
        lock (_lock) _open.Add((token, process));
        return [.. token];
    }

    /// <summary>Takes a token back; false when it was redeemed or never issued.</summary>
    public bool Revoke(ReadOnlySpan<byte> token)
    {
        lock (_lock) return Take(token, process: null) is not null;
    }

    internal bool TryRedeem(ReadOnlySpan<byte> token, int process)
    {
        lock (_lock) return Take(token, process) is not null;
    }

    // Every open token is looked at, also after one was found.
    private byte[]? Take(ReadOnlySpan<byte> token, int? process)
    {
        var found = -1;
        for (var i = 0; i < _open.Count; i++)
        {
            var mayRedeem = process is null || _open[i].Process is null || _open[i].Process == process;
            if (CryptographicOperations.FixedTimeEquals(_open[i].Token, token) & mayRedeem) found = i;
        }

        if (found < 0) return null;
        var taken = _open[found].Token;
        _open.RemoveAt(found);
        return taken;
    }
}
