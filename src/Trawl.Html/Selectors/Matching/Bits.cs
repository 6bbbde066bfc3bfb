namespace Trawl.Html.Selectors.Matching;

/// <summary>A set of nodes as an array of words.</summary>
internal static class Bits
{
    public static bool Has(ulong[] bits, int node) => (bits[node >> 6] & (1UL << node)) != 0;

    public static void Set(ulong[] bits, int node) => bits[node >> 6] |= 1UL << node;
}
