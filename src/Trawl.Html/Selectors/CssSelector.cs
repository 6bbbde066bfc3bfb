using System.Diagnostics.CodeAnalysis;
using Trawl.Html.Dom;
using Trawl.Html.Selectors.Css;
using Trawl.Html.Selectors.Matching;

namespace Trawl.Html.Selectors;

/// <summary>
/// A list of CSS selectors (Selectors Level 4), compiled once and usable from any number of threads. Beyond the
/// standard it knows <c>:contains("text")</c> and, at the end, <c>::text</c> and <c>::attr(name)</c>.
/// An evaluation costs time linear in the document, whatever the selector and however the document nests.
/// </summary>
public sealed class CssSelector
{
    private readonly SelectorProgram[] _programs;

    internal CssSelector(string text, ComplexSelector[] selectors, SelectorTake take)
    {
        (Text, Selectors, Take) = (text, selectors, take);
        _programs = SelectorProgram.Pack(selectors.Select(s => (s, 0)));
    }

    /// <summary>The selector as it was written.</summary>
    public string Text { get; }

    /// <summary>What to take from the selected elements: themselves, their text, or an attribute.</summary>
    public SelectorTake Take { get; }

    internal ComplexSelector[] Selectors { get; }

    /// <summary>Compiles a selector. Nothing throws: one that is not well-formed gives the error.</summary>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out CssSelector? selector,
        [NotNullWhen(false)] out SelectorError? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parser = new CssParser(text);
        selector = parser.Parse();
        error = selector is null ? parser.Error : null;
        return selector is not null;
    }

    /// <summary>Adds the matching descendants of <paramref name="scope"/> in tree order, each once.</summary>
    /// <param name="document">The document.</param>
    /// <param name="scope">
    /// The node to look under; <see cref="HtmlDocument.Root"/> for all. As in browsers, what stands left of a
    /// combinator may match outside of it; write <c>:scope</c> to tie a selector to it.
    /// </param>
    /// <param name="into">Receives the elements.</param>
    public void Select(HtmlDocument document, int scope, List<int> into)
    {
        var sink = new ListSink(into);
        Walk(document, scope, ref sink);
    }

    /// <summary>The first match below <paramref name="scope"/> in tree order, or <see cref="HtmlDocument.None"/>.</summary>
    public int First(HtmlDocument document, int scope)
    {
        var sink = new FirstSink();
        Walk(document, scope, ref sink);
        return sink.Found;
    }

    /// <summary>How many elements below <paramref name="scope"/> match.</summary>
    public int Count(HtmlDocument document, int scope)
    {
        var sink = new CountSink();
        Walk(document, scope, ref sink);
        return sink.Count;
    }

    /// <summary>
    /// Whether one element matches. Asks its ancestors again on each call: to find all matches, use
    /// <see cref="Select"/>.
    /// </summary>
    public bool Matches(HtmlDocument document, int element)
    {
        if (document.Kind(element) != NodeKind.Element) return false;
        var run = MatchRun.Start(document, HtmlDocument.Root);
        var matches = TreeWalk.Completes(run, _programs, element);
        run.End();
        return matches;
    }

    /// <summary>
    /// Adds what <see cref="Take"/> asks for, as strings: for elements all their text, for <c>::text</c> each text
    /// node that is a child of one, in document order, for <c>::attr(name)</c> the value of each element that has the attribute.
    /// </summary>
    public void SelectText(HtmlDocument document, int scope, List<string> into)
    {
        var elements = new List<int>();
        Select(document, scope, elements);
        TakenText.Add(document, elements, Take, into);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private void Walk<TSink>(HtmlDocument document, int scope, ref TSink sink)
        where TSink : struct, IMatchSink
    {
        var run = MatchRun.Start(document, scope);
        TreeWalk.Run(run, _programs, scope, ref sink);
        run.End();
    }
}
