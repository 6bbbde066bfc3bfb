using System.Buffers;

namespace Trawl.Web.Codings;

/// <summary>A decoded body, or why there is none. Disposing gives the buffer back: copy what must live longer.</summary>
public sealed class DecodedContent : IDisposable
{
    private byte[]? _rented;

    internal DecodedContent(DecodeStatus status, ReadOnlyMemory<byte> bytes, byte[]? rented, string? coding)
    {
        Status = status;
        Bytes = bytes;
        Coding = coding;
        _rented = rented;
    }

    /// <summary>How it ended.</summary>
    public DecodeStatus Status { get; }

    /// <summary>
    /// The decoded bytes: all of them for <see cref="DecodeStatus.Ok"/>, those before the fault for
    /// <see cref="DecodeStatus.Corrupt"/>, otherwise none. The received memory itself when no coding was applied.
    /// </summary>
    public ReadOnlyMemory<byte> Bytes { get; private set; }

    /// <summary>The coding that failed or is not known, as the header wrote it; null when all went well.</summary>
    public string? Coding { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        var rented = Interlocked.Exchange(ref _rented, null);
        if (rented is null) return;
        Bytes = default;
        ArrayPool<byte>.Shared.Return(rented);
    }
}
