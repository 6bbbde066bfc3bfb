using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Trawl.Access;

namespace Trawl.Server.Callers;

/// <summary>
/// Sessions of the person at the machine, who got in by the one-time address. In memory: they end with the server.
/// </summary>
internal sealed class LocalSessions
{
    private readonly ConcurrentDictionary<string, byte> _sessions = [];
    private byte[]? _once = null;

    /// <summary>Makes the one-time token that the server prints; the one before is good no more.</summary>
    public string Invite()
    {
        var token = NewSecret();
        Interlocked.Exchange(ref _once, Hash(token));
        return token;
    }

    /// <summary>Uses the one-time token up; null when it is wrong or used.</summary>
    public string? Open(string token)
    {
        var once = Volatile.Read(ref _once);
        if (once is null || !CryptographicOperations.FixedTimeEquals(once, Hash(token))
            || Interlocked.CompareExchange(ref _once, null, once) != once)
        {
            return null;
        }

        var secret = NewSecret();
        _sessions[Name(secret)] = 0;
        return secret;
    }

    public Caller? Accept(string secret) => _sessions.ContainsKey(Name(secret)) ? Caller.Local : null;

    public void Close(string secret) => _sessions.TryRemove(Name(secret), out _);

    private static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    private static string Name(string secret) => Convert.ToHexString(Hash(secret));
}
