using System.Security.Cryptography;
using Trawl.Engine.Seams.Fetching;

namespace Trawl.Plugins.Calls;

/// <summary>Numbers what a call wants fetched, and names the call by all that it was given.</summary>
internal sealed class CallFetches(string plugin, ReadOnlyMemory<byte> meta, IReadOnlyList<ReadOnlyMemory<byte>> blobs)
{
    private string? _call;
    private int _number;

    public PluginFetch Next() => new(plugin, _call ??= Digest(), _number++);

    // Only calls that fetch pay for it.
    private string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(meta.Span);
        foreach (var blob in blobs)
        {
            hash.AppendData(BitConverter.GetBytes(blob.Length));
            hash.AppendData(blob.Span);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
