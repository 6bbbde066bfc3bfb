namespace Trawl.Html.Selectors.Matching;

internal readonly struct SetSink(List<int>[] into) : IMatchSink
{
    public bool Add(int element, int owner)
    {
        var list = into[owner];
        if (list.Count == 0 || list[^1] != element) list.Add(element);
        return true;
    }
}
