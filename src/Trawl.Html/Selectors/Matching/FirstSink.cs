namespace Trawl.Html.Selectors.Matching;

internal struct FirstSink() : IMatchSink
{
    public int Found { get; private set; } = -1;

    public bool Add(int element, int owner)
    {
        Found = element;
        return false;
    }
}
