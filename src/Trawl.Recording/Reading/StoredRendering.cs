using Trawl.Engine.Seams.Fetching;
using Trawl.Recording.Capturing;
using Trawl.Warc;
using Trawl.Warc.Reading;

namespace Trawl.Recording.Reading;

/// <summary>What <see cref="RenderedRecords"/> wrote beside an answer.</summary>
internal sealed class StoredRendering
{
    private ReadOnlyMemory<byte>? _dom;
    private ReadOnlyMemory<byte> _screenshot;

    /// <summary>False when the bytes are not the ones that were recorded.</summary>
    public bool TryTake(WarcRecord record)
    {
        var uri = record.TargetUri ?? "";
        var digest = record.Fields[WarcFields.PayloadDigest];
        ReadOnlyMemory<byte> block = record.ReadBlock(int.MaxValue);
        if (uri.StartsWith(RenderedRecords.DomScheme, StringComparison.Ordinal)) _dom = block;
        if (uri.StartsWith(RenderedRecords.ViewScheme, StringComparison.Ordinal)) _screenshot = block;
        return digest is null || digest == WarcDigest.Sha1(block.Span);
    }

    /// <summary>The exchange as rules see it.</summary>
    public RecordedExchange Over(RecordedExchange exchange)
    {
        var pictured = exchange with { Screenshot = _screenshot };
        return _dom is not { } dom ? pictured : pictured with
        {
            IsRendered = true,
            PlainBody = exchange.Body,
            Body = dom,
            Headers = RenderedHead.Of(exchange.Headers),
        };
    }
}
