using System.Security.Cryptography;
using Trawl.Warc.Compression;

namespace Trawl.Warc.Reading;

/// <summary>Hashes a block while it streams past, as a whole and as a payload, and compares.</summary>
internal static class DigestCheck
{
    public static bool Run(WarcRecord record)
    {
        if (record.Block.Remaining != record.ContentLength || record.Block.IsClosed)
        {
            throw new InvalidOperationException("Digests are verified before anything else of the block is read.");
        }

        using var block = Begin(record, WarcFields.BlockDigest, out var blockDigest);
        var hasPayload = record.Type != WarcRecordType.Revisit;
        using var stored = hasPayload ? Begin(record, WarcFields.PayloadDigest, out var payloadDigest) : None(out payloadDigest);
        if (block is not null) record.Block.Tap(block);
        var isRight = CheckPayload(record, stored, payloadDigest);
        if (!record.Block.TrySkip()) return false;
        return Compare(record, block, blockDigest, WarcProblemCode.WrongBlockDigest) && isRight;
    }

    private static bool CheckPayload(WarcRecord record, IncrementalHash? stored, string? digest)
    {
        if (stored is null) return true;
        var payload = record.Payload();
        record.Block.Tap(stored);
        using var plain = IncrementalHash.CreateHash(stored.AlgorithmName);
        while (payload.Fill())
        {
            if (payload is ChunkedSource) plain.AppendData(payload.Available);
            payload.Advance(payload.Available.Length);
        }

        if (!record.Block.TrySkip()) return false;
        return (payload is ChunkedSource && WarcDigest.IsSame(digest!, plain.GetHashAndReset()))
            || Compare(record, stored, digest, WarcProblemCode.WrongPayloadDigest);
    }

    private static bool Compare(WarcRecord record, IncrementalHash? hash, string? digest, WarcProblemCode code)
    {
        if (hash is null || WarcDigest.IsSame(digest!, hash.GetHashAndReset())) return true;
        record.Report(code, $"\"{digest}\" is not the digest of what is stored.", WarcSeverity.Error);
        return false;
    }

    private static IncrementalHash? None(out string? digest)
    {
        digest = null;
        return null;
    }

    private static IncrementalHash? Begin(WarcRecord record, string field, out string? digest)
    {
        digest = record.Fields[field];
        if (digest is null) return null;
        if (WarcDigest.TryAlgorithm(digest, out var algorithm)) return IncrementalHash.CreateHash(algorithm);
        var message = $"\"{digest}\" of {field} names no algorithm known here; it was not checked.";
        record.Report(WarcProblemCode.UnknownDigest, message, WarcSeverity.Warning);
        return null;
    }
}
