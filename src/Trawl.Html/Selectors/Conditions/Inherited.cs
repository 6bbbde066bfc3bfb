using Trawl.Html.Dom;
using Trawl.Html.Selectors.Matching;

namespace Trawl.Html.Selectors.Conditions;

/// <summary>The nearest element, from a node upwards, that something holds for; each node is asked once a run.</summary>
internal static class Inherited
{
    public static int Find(MatchRun run, object key, int element, Func<MatchRun, int, bool> holds)
    {
        // 0: not known yet; 1: none; otherwise the owner + 2.
        var owners = run.Numbers(key);
        var node = element;
        while (node > HtmlDocument.Root && owners[node] == 0 && !holds(run, node)) node = run.Document.Parent(node);
        var found = node <= HtmlDocument.Root ? 1 : owners[node] != 0 ? owners[node] : node + 2;
        for (var n = element; n > HtmlDocument.Root && owners[n] == 0; n = run.Document.Parent(n))
        {
            owners[n] = found;
            if (n == node) break;
        }
        return found == 1 ? HtmlDocument.None : found - 2;
    }
}
