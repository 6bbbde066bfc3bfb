namespace Trawl.Fetch.Connections;

/// <summary>
/// Finds the head of a message in what goes over a connection: start line and fields up to the blank line. Interim
/// answers (1xx, RFC 9110 §15.2) are passed over.
/// </summary>
internal sealed class RawHead
{
    // The handler refuses larger ones before.
    private const int Most = 128 << 10;

    private byte[] _bytes = [];
    private bool _isWhole;

    /// <summary>The head with its blank line; empty until it is whole.</summary>
    public ReadOnlyMemory<byte> Bytes => _isWhole ? _bytes : default;

    public void Clear() => (_bytes, _isWhole) = ([], false);

    public void Take(ReadOnlySpan<byte> piece)
    {
        while (!_isWhole && !piece.IsEmpty && _bytes.Length < Most)
        {
            piece = TakeOne(piece);
        }
    }

    /// <summary>Takes what belongs to the next head; answers the rest.</summary>
    private ReadOnlySpan<byte> TakeOne(ReadOnlySpan<byte> piece)
    {
        var known = _bytes.Length;
        ReadOnlySpan<byte> all = known == 0 ? piece : [.. _bytes, .. piece];
        var end = End(all);
        if (end < 0)
        {
            _bytes = all.ToArray();
            return default;
        }

        _isWhole = !IsInterim(all);
        _bytes = _isWhole ? all[..end].ToArray() : [];
        return piece[(end - known)..];
    }

    /// <summary>Where the head ends, or -1. A line may end without a carriage return (RFC 9112 §2.2).</summary>
    private static int End(ReadOnlySpan<byte> bytes)
    {
        for (var from = 0; bytes[from..].IndexOf((byte)'\n') is >= 0 and var line;)
        {
            from += line + 1;
            var rest = bytes[from..];
            if (rest.StartsWith("\r\n"u8)) return from + 2;
            if (rest.StartsWith("\n"u8)) return from + 1;
        }

        return -1;
    }

    private static bool IsInterim(ReadOnlySpan<byte> head) =>
        head.StartsWith("HTTP/"u8) && head.IndexOf((byte)' ') is > 0 and var space && head[space..].StartsWith(" 1"u8);
}
