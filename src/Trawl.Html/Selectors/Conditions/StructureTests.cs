using Trawl.Html.Dom;
using Trawl.Html.Selectors.Matching;

namespace Trawl.Html.Selectors.Conditions;

/// <summary>Where an element stands in the tree.</summary>
internal static class StructureTests
{
    public static bool IsRoot(MatchRun run, int element) => run.Document.Parent(element) == HtmlDocument.Root;

    public static bool IsScope(MatchRun run, int element) =>
        run.Scope == HtmlDocument.Root ? IsRoot(run, element) : element == run.Scope;

    public static bool IsFirstChild(MatchRun run, int element) =>
        Siblings.Previous(run.Document, element) == HtmlDocument.None;

    public static bool IsLastChild(MatchRun run, int element) =>
        Siblings.Next(run.Document, element) == HtmlDocument.None;

    /// <summary>No children but comments (and, as in browsers, not even white space).</summary>
    public static bool IsEmpty(MatchRun run, int element)
    {
        var document = run.Document;
        for (var n = document.FirstChild(element); n != HtmlDocument.None; n = document.NextSibling(n))
            if (document.Kind(n) == NodeKind.Element || !Blank(document, n)) return false;
        return true;
    }

    private static bool Blank(HtmlDocument document, int node) =>
        document.Kind(node) != NodeKind.Text || document.Data(node).IsEmpty;
}
