using System.Runtime.InteropServices;

namespace Trawl.Recording.Capturing;

/// <summary>
/// The bodies stored last, by digest, so that an equal one is not stored again. Bounded: the one that was not seen for
/// the longest time is forgotten first. Forgetting costs room in the file and nothing else.
/// </summary>
internal sealed class RecentBodies(int capacity)
{
    private readonly Dictionary<Digest, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byUse = [];

    public RevisitTarget? Find(ReadOnlySpan<byte> sha1)
    {
        if (!_entries.TryGetValue(Digest.Of(sha1), out var node))
        {
            return null;
        }

        _byUse.Remove(node);
        _byUse.AddFirst(node);
        return node.Value.Target;
    }

    public void Add(ReadOnlySpan<byte> sha1, RevisitTarget target)
    {
        var digest = Digest.Of(sha1);
        if (_entries.Count == capacity && _byUse.Last is { } oldest)
        {
            _byUse.RemoveLast();
            _entries.Remove(oldest.Value.Digest);
        }

        _entries[digest] = _byUse.AddFirst(new Entry(digest, target));
    }

    private readonly record struct Digest(ulong High, ulong Middle, uint Low)
    {
        public static Digest Of(ReadOnlySpan<byte> sha1) => new(
            MemoryMarshal.Read<ulong>(sha1), MemoryMarshal.Read<ulong>(sha1[8..]), MemoryMarshal.Read<uint>(sha1[16..]));
    }

    private readonly record struct Entry(Digest Digest, RevisitTarget Target);
}
