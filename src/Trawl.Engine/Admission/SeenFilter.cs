using Trawl.Model.Ids;

namespace Trawl.Engine.Admission;

/// <summary>
/// Fingerprints known to be stored, a fixed number of them: most links of a site repeat, and each one found here saves
/// the store a look-up. Forgetting one costs that look-up, nothing else. Written by the loop, after a commit; read by
/// attempts without a lock: an entry torn between two writes matches neither fingerprint.
/// </summary>
internal sealed class SeenFilter
{
    private const int Size = 1 << 16;
    private readonly Fingerprint[] _slots = new Fingerprint[Size];

    public bool Contains(Fingerprint fingerprint) => _slots[Slot(fingerprint)] == fingerprint;

    public void Add(Fingerprint fingerprint) => _slots[Slot(fingerprint)] = fingerprint;

    private static int Slot(Fingerprint fingerprint) => (int)(fingerprint.Low & (Size - 1));
}
