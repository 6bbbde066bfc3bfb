using Trawl.Html.Dom;
using Trawl.Html.Selectors.Matching;

namespace Trawl.Html.Selectors;

/// <summary>
/// Many selectors evaluated in one walk of a document: ten cost little more than one. Usable from any number of
/// threads.
/// </summary>
public sealed class SelectorSet
{
    private readonly SelectorProgram[] _programs;

    private SelectorSet(SelectorProgram[] programs, int count) => (_programs, Count) = (programs, count);

    /// <summary>How many selectors there are.</summary>
    public int Count { get; }

    /// <summary>Compiles the selectors together.</summary>
    public static SelectorSet Build(IReadOnlyList<CssSelector> selectors)
    {
        ArgumentNullException.ThrowIfNull(selectors);
        var all = selectors.SelectMany((selector, owner) => selector.Selectors.Select(s => (s, owner)));
        return new SelectorSet(SelectorProgram.Pack(all), selectors.Count);
    }

    /// <summary>Adds to each list what the selector of its index selects, as <see cref="CssSelector.Select"/> would.</summary>
    /// <exception cref="ArgumentException">There are not as many lists as selectors.</exception>
    public void Run(HtmlDocument document, int scope, List<int>[] into)
    {
        ArgumentNullException.ThrowIfNull(into);
        if (into.Length != Count) throw new ArgumentException($"{into.Length} lists for {Count} selectors.", nameof(into));
        var run = MatchRun.Start(document, scope);
        var sink = new SetSink(into);
        TreeWalk.Run(run, _programs, scope, ref sink);
        run.End();
    }
}
