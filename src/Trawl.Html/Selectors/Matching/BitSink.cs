namespace Trawl.Html.Selectors.Matching;

internal readonly struct BitSink(ulong[] bits) : IMatchSink
{
    public bool Add(int element, int owner)
    {
        bits[element >> 6] |= 1UL << element;
        return true;
    }
}
