namespace Trawl.Api.Captures;

/// <summary>What a check of a capture found.</summary>
/// <param name="Records">WARC records by their type.</param>
/// <param name="ExchangesRead">Exchanges that were read back whole.</param>
/// <param name="DefectCount">How many defects there are; 0 when all is well.</param>
/// <param name="Defects">The first of them, at most 50.</param>
public sealed record CaptureVerdict(
    IReadOnlyDictionary<string, long> Records,
    long ExchangesRead,
    long DefectCount,
    IReadOnlyList<CaptureDefectInfo> Defects);
