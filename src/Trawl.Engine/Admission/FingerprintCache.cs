using Trawl.Model.Ids;

namespace Trawl.Engine.Admission;

/// <summary>
/// Fingerprints of URLs seen lately, a fixed number of them: a site repeats its navigation on every page, and hashing
/// costs more than all else that happens to a link. Read and written by attempts at once without a lock: an entry is
/// immutable and replaced whole. Where an entry stands comes from a hash that no page can foresee.
/// </summary>
internal sealed class FingerprintCache
{
    private const int Size = 1 << 13;

    /// <summary>Longer ones are hashed each time, so that a page of huge links cannot fill the memory.</summary>
    private const int LongestUrl = 512;

    private readonly Entry?[] _slots = new Entry?[Size];

    /// <summary>The fingerprint of a GET of a canonical URL.</summary>
    public Fingerprint Of(string url)
    {
        ref var slot = ref _slots[url.GetHashCode(StringComparison.Ordinal) & (Size - 1)];
        if (Volatile.Read(ref slot) is { } known && known.Url == url)
        {
            return known.Fingerprint;
        }

        var fingerprint = Fingerprint.Of("GET", url, default);
        if (url.Length <= LongestUrl)
        {
            Volatile.Write(ref slot, new Entry(url, fingerprint));
        }

        return fingerprint;
    }

    /// <summary>Forgets all; from any thread.</summary>
    public void Clear() => Array.Clear(_slots);

    private sealed class Entry(string url, Fingerprint fingerprint)
    {
        public string Url { get; } = url;

        public Fingerprint Fingerprint { get; } = fingerprint;
    }
}
