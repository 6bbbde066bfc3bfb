namespace Trawl.Governor.Linux;

/// <param name="Limit">Bytes that may be used.</param>
/// <param name="Used">Bytes that are.</param>
/// <param name="Whose">Whose limit it is.</param>
internal sealed record MemoryAmount(long Limit, long Used, string Whose)
{
    public double Share => Limit == 0 ? 1 : (double)Used / Limit;
}
