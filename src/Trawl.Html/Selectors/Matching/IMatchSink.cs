namespace Trawl.Html.Selectors.Matching;

/// <summary>Where a walk puts what it finds.</summary>
internal interface IMatchSink
{
    /// <summary>Takes a match; false ends the walk.</summary>
    bool Add(int element, int owner);
}
