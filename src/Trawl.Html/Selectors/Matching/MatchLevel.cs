namespace Trawl.Html.Selectors.Matching;

/// <summary>What is known when the next child of some element is read: states held by those around it.</summary>
internal struct MatchLevel
{
    public ulong Ancestors;
    public ulong Parent;
    public ulong Previous;
    public ulong Earlier;
}
