using Trawl.Engine.Seams.Fetching;
using Trawl.Warc;
using Trawl.Warc.Http;
using Trawl.Warc.Writing;

namespace Trawl.Recording.Capturing;

/// <summary>
/// An answer that says that nothing changed (304): the earlier answer as a record of its own time, and a revisit of it. The
/// run's capture then holds all that the run read, whatever becomes of the earlier run.
/// </summary>
internal static class KeptRecords
{
    public static WarcWritten Write(
        WarcWriter writer, WarcEnvelope envelope, FetchResult result, ReadOnlySpan<byte> digest, ReadOnlyMemory<byte> head)
    {
        var kept = result.Kept!;
        var original = writer.WriteResponse(
            envelope with { Date = kept.At, IpAddress = null, PayloadDigest = WarcDigest.LabelSha1(digest) },
            HttpMessage.Raw(kept.Head, WarcBody.FromBytes(result.Body)));
        return writer.WriteNotModified(
            envelope, new RevisitOf(original.RecordId, envelope.TargetUri, kept.At), HttpMessage.Raw(head));
    }
}
