namespace Trawl.Browser.Proxy;

/// <summary>Bytes read from a connection and not used yet.</summary>
internal sealed class ProxyBuffer(Stream stream)
{
    private const int MostHead = 64 << 10;

    private byte[] _bytes = new byte[16 << 10];
    private int _start, _end;

    /// <summary>The next head, the blank line included; empty at the end of the connection or when it is too long.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReadHeadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var blank = _bytes.AsSpan(_start, _end - _start).IndexOf("\r\n\r\n"u8);
            if (blank >= 0)
            {
                var head = _bytes.AsMemory(_start, blank + 4);
                _start += blank + 4;
                return head;
            }

            if (_end - _start >= MostHead || !await FillAsync(cancellationToken).ConfigureAwait(false)) return default;
        }
    }

    /// <summary>Passes on so many bytes; false when the connection ends before.</summary>
    public async ValueTask<bool> CopyAsync(Stream target, long count, CancellationToken cancellationToken)
    {
        while (count > 0)
        {
            if (_start == _end && !await FillAsync(cancellationToken).ConfigureAwait(false)) return false;
            var part = (int)Math.Min(count, _end - _start);
            await target.WriteAsync(_bytes.AsMemory(_start, part), cancellationToken).ConfigureAwait(false);
            _start += part;
            count -= part;
        }

        return true;
    }

    /// <summary>Passes on all that comes.</summary>
    public async ValueTask CopyAllAsync(Stream target, CancellationToken cancellationToken)
    {
        do
        {
            await target.WriteAsync(_bytes.AsMemory(_start, _end - _start), cancellationToken).ConfigureAwait(false);
            _start = _end;
        }
        while (await FillAsync(cancellationToken).ConfigureAwait(false));
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start == _end) (_start, _end) = (0, 0);
        if (_end == _bytes.Length)
        {
            var larger = _start > 0 ? _bytes : new byte[_bytes.Length * 2];
            _bytes.AsSpan(_start, _end - _start).CopyTo(larger);
            (_bytes, _end, _start) = (larger, _end - _start, 0);
        }

        var read = await stream.ReadAsync(_bytes.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += read;
        return read > 0;
    }
}
