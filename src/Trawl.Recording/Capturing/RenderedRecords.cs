using Trawl.Engine.Seams.Fetching;
using Trawl.Warc;
using Trawl.Warc.Writing;

namespace Trawl.Recording.Capturing;

/// <summary>What a browser made of an answer, as records of their own: <c>docs/formats/warc.md</c>.</summary>
internal static class RenderedRecords
{
    /// <summary>The document as rules saw it.</summary>
    public const string DomScheme = "urn:dom:";

    /// <summary>The picture, named as other tools name theirs.</summary>
    public const string ViewScheme = "urn:view:";

    /// <summary>Writes them; answers their ids.</summary>
    public static IReadOnlyList<string> Write(WarcWriter writer, WarcEnvelope envelope, FetchResult result)
    {
        var written = new List<string>();
        if (result.Error is null)
        {
            written.Add(Write(writer, envelope, DomScheme, "text/html; charset=utf-8", result.Body));
        }

        if (!result.Screenshot.IsEmpty)
        {
            written.Add(Write(writer, envelope, ViewScheme, "image/png", result.Screenshot));
        }

        return written;
    }

    private static string Write(WarcWriter writer, WarcEnvelope envelope, string scheme, string type, ReadOnlyMemory<byte> bytes) =>
        writer.WriteResource(
            envelope with { TargetUri = scheme + envelope.TargetUri, IpAddress = null, PayloadDigest = WarcDigest.Sha1(bytes.Span) },
            type, WarcBody.FromBytes(bytes)).RecordId;
}
