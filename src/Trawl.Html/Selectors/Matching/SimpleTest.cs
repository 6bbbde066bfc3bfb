namespace Trawl.Html.Selectors.Matching;

/// <summary>One condition on one element. Shared between threads: what a document needs is kept in the run.</summary>
internal abstract class SimpleTest
{
    /// <summary>An attribute without which the test cannot hold; lets a walk skip most elements.</summary>
    public virtual SelectorName? RequiredAttribute => null;

    /// <summary>The test holds exactly where <see cref="RequiredAttribute"/> is there.</summary>
    public virtual bool OnlyExistence => false;

    public abstract bool Matches(MatchRun run, int element);
}
