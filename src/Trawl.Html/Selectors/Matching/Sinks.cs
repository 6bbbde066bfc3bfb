namespace Trawl.Html.Selectors.Matching;

// An element that completes two selectors of one list arrives twice in a row; it counts once.
internal struct ListSink(List<int> into) : IMatchSink
{
    private int _last = -1;

    public bool Add(int element, int owner)
    {
        if (element != _last) into.Add(element);
        _last = element;
        return true;
    }
}

internal struct CountSink() : IMatchSink
{
    private int _last = -1;

    public int Count { get; private set; }

    public bool Add(int element, int owner)
    {
        if (element != _last) Count++;
        _last = element;
        return true;
    }
}

internal struct FirstSink() : IMatchSink
{
    public int Found { get; private set; } = -1;

    public bool Add(int element, int owner)
    {
        Found = element;
        return false;
    }
}

internal readonly struct SetSink(List<int>[] into) : IMatchSink
{
    public bool Add(int element, int owner)
    {
        var list = into[owner];
        if (list.Count == 0 || list[^1] != element) list.Add(element);
        return true;
    }
}

internal readonly struct BitSink(ulong[] bits) : IMatchSink
{
    public bool Add(int element, int owner)
    {
        bits[element >> 6] |= 1UL << element;
        return true;
    }
}
