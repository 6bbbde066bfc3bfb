namespace Trawl.Storage.Runs;

/// <summary>A record's id: its request's id times 2^24 plus its place on the page.</summary>
internal static class RecordId
{
    private const int Bits = 24;

    internal static long Of(long requestId, int ordinal) =>
        ordinal < 1 << Bits
            ? (requestId << Bits) | (long)ordinal
            : throw new InvalidOperationException($"Request {requestId} has more than {1 << Bits} records.");

    internal static long First(long requestId) => requestId << Bits;

    internal static long Last(long requestId) => (requestId << Bits) | ((1L << Bits) - 1);

    internal static long Request(long recordId) => recordId >> Bits;

    internal static int Ordinal(long recordId) => (int)(recordId & ((1L << Bits) - 1));
}
