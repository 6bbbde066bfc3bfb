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
