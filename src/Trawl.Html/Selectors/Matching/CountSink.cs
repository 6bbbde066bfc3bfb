namespace Trawl.Html.Selectors.Matching;

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
