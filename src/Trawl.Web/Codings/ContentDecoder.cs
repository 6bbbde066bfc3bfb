namespace Trawl.Web.Codings;

/// <summary>
/// Removes content codings from a body in memory: <c>gzip</c>, <c>x-gzip</c>, <c>deflate</c> (zlib as RFC 9110
/// says, and raw as some servers send it), <c>br</c>, <c>identity</c>. Nothing is thrown for any input.
/// </summary>
public static class ContentDecoder
{
    /// <summary>Decodes a body.</summary>
    /// <param name="contentEncoding">
    /// The Content-Encoding field, several joined by commas, in the order the codings were applied; null or empty for none.
    /// </param>
    /// <param name="body">The body as received.</param>
    /// <param name="limits">What it may grow to; a body that would grow further never occupies more.</param>
    /// <returns>The decoded body or what is wrong with it; the caller disposes it.</returns>
    public static DecodedContent Decode(string? contentEncoding, ReadOnlyMemory<byte> body, DecodeLimits limits)
    {
        var list = contentEncoding.AsSpan();
        if (FirstUnknown(list) is { } unknown) return new DecodedContent(DecodeStatus.UnknownCoding, default, null, unknown);
        var current = new DecodedContent(DecodeStatus.Ok, body, null, null);
        while (CodingList.TryTakeLast(ref list, out var coding))
        {
            var kind = CodingList.KindOf(coding);
            if (kind == CodingKind.Identity) continue;
            var next = Remove(kind, coding, current.Bytes, limits.For(body.Length));
            current.Dispose();
            current = next;
            if (current.Status != DecodeStatus.Ok) return current;
        }

        return current.Bytes.Length <= limits.MaxBytes ? current : TooLarge(current);
    }

    private static DecodedContent TooLarge(DecodedContent content)
    {
        content.Dispose();
        return new DecodedContent(DecodeStatus.TooLarge, default, null, null);
    }

    private static string? FirstUnknown(ReadOnlySpan<char> list)
    {
        string? unknown = null;
        var count = 0;
        while (CodingList.TryTakeLast(ref list, out var coding))
        {
            if (CodingList.KindOf(coding) == CodingKind.Unknown || ++count > CodingList.Max) unknown = coding.ToString();
        }

        return unknown;
    }

    private static DecodedContent Remove(CodingKind kind, ReadOnlySpan<char> coding, ReadOnlyMemory<byte> body, int limit)
    {
        // Servers send an empty body with a coding, to HEAD and for empty pages; browsers take it as empty.
        if (body.IsEmpty) return new DecodedContent(DecodeStatus.Ok, default, null, null);
        var buffer = new DecodeBuffer(limit, body.Length * 4L > limit ? limit : body.Length * 4);
        var status = kind switch
        {
            CodingKind.Brotli => BrotliBody.Decode(body.Span, buffer),
            CodingKind.Gzip => InflatedBody.Gzip(body, buffer),
            _ => InflatedBody.Deflate(body, buffer),
        };
        if (status == DecodeStatus.TooLarge)
        {
            buffer.Return();
            return new DecodedContent(status, default, null, coding.ToString());
        }

        var bytes = buffer.Take(out var length);
        return new DecodedContent(status, bytes.AsMemory(0, length), bytes, status == DecodeStatus.Ok ? null : coding.ToString());
    }
}
