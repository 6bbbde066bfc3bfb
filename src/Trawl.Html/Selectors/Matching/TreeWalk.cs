using System.Buffers;
using System.Numerics;
using Trawl.Html.Dom;

namespace Trawl.Html.Selectors.Matching;

/// <summary>One pass over the descendants of a node in tree order, feeding every program.</summary>
internal static class TreeWalk
{
    private const int FirstLevels = 64;

    public static void Run<TSink>(MatchRun run, SelectorProgram[] programs, int scope, ref TSink sink)
        where TSink : struct, IMatchSink
    {
        if (programs is [var only])
        {
            var resolved = only.Resolve(run);
            if (only.LooksUp) RunOne(run, only, resolved, scope, ref sink);
            else RunFlat(run, only, resolved, scope, ref sink);
            return;
        }
        RunAll(run, programs, scope, ref sink);
    }

    // No state looks at another element: nothing is kept between elements.
    private static void RunFlat<TSink>(MatchRun run, SelectorProgram program, in ResolvedNames names, int scope, ref TSink sink)
        where TSink : struct, IMatchSink
    {
        var nodes = run.Document.Nodes;
        for (var node = nodes[scope].FirstChild; node != HtmlDocument.None;)
        {
            ref var data = ref nodes[node];
            if (data.Kind == NodeKind.Element)
            {
                var possible = program.Possible(data.Name, names);
                if (possible != 0 && !Report(program, node, program.Test(run, node, possible, names), ref sink)) return;
            }
            if (data.FirstChild != HtmlDocument.None)
            {
                node = data.FirstChild;
                continue;
            }
            while (data.NextSibling == HtmlDocument.None)
            {
                node = data.Parent;
                if (node == scope || node == HtmlDocument.None) return;
                data = ref nodes[node];
            }
            node = data.NextSibling;
        }
    }

    private static void RunOne<TSink>(MatchRun run, SelectorProgram program, in ResolvedNames names, int scope, ref TSink sink)
        where TSink : struct, IMatchSink
    {
        var nodes = run.Document.Nodes;
        var open = ArrayPool<MatchLevel>.Shared.Rent(FirstLevels);
        var level = LevelBelow(run, program, names, scope);
        var (depth, node) = (0, nodes[scope].FirstChild);
        while (node != HtmlDocument.None)
        {
            ref var data = ref nodes[node];
            var matched = 0UL;
            if (data.Kind == NodeKind.Element)
            {
                var possible = program.Possible(data.Name, names, level);
                if (possible != 0) matched = program.Test(run, node, possible, names);
                if ((matched & program.Accept) != 0 && !Report(program, node, matched, ref sink)) break;
                level.Previous = matched;
                level.Earlier |= matched;
            }
            if (data.FirstChild != HtmlDocument.None)
            {
                if (depth == open.Length) Grow(ref open);
                open[depth++] = level;
                level = new MatchLevel { Ancestors = level.Ancestors | matched, Parent = matched };
                node = data.FirstChild;
                continue;
            }
            while (data.NextSibling == HtmlDocument.None)
            {
                node = data.Parent;
                if (node == scope || node == HtmlDocument.None) break;
                data = ref nodes[node];
                level = open[--depth];
            }
            node = node == scope ? HtmlDocument.None : data.NextSibling;
        }
        ArrayPool<MatchLevel>.Shared.Return(open);
    }

    private static bool Report<TSink>(SelectorProgram program, int node, ulong matched, ref TSink sink)
        where TSink : struct, IMatchSink
    {
        for (var found = matched & program.Accept; found != 0; found &= found - 1)
            if (!sink.Add(node, program.Owner(BitOperations.TrailingZeroCount(found)))) return false;
        return true;
    }

    private static void RunAll<TSink>(MatchRun run, SelectorProgram[] programs, int scope, ref TSink sink)
        where TSink : struct, IMatchSink
    {
        var document = run.Document;
        var count = programs.Length;
        var names = new ResolvedNames[count];
        var levels = ArrayPool<MatchLevel>.Shared.Rent(FirstLevels * count);
        for (var p = 0; p < count; p++)
        {
            names[p] = programs[p].Resolve(run);
            levels[p] = LevelBelow(run, programs[p], names[p], scope);
        }
        var (depth, node) = (0, document.FirstChild(scope));
        while (node != HtmlDocument.None)
        {
            var isElement = document.Kind(node) == NodeKind.Element;
            var child = isElement ? document.FirstChild(node) : HtmlDocument.None;
            if (isElement)
            {
                var at = depth * count;
                if (child != HtmlDocument.None && at + (2 * count) > levels.Length) Grow(ref levels);
                if (!Visit(run, programs, names, levels.AsSpan(at), node, child != HtmlDocument.None, ref sink)) break;
            }
            if (child != HtmlDocument.None)
            {
                depth++;
                node = child;
                continue;
            }
            node = Onward(document, node, scope, ref depth);
        }
        ArrayPool<MatchLevel>.Shared.Return(levels);
    }

    /// <summary>Does the element complete one of the programs' selectors, seen from the whole document?</summary>
    public static bool Completes(MatchRun run, SelectorProgram[] programs, int element)
    {
        foreach (var program in programs)
        {
            if (!program.MayComplete(run, element)) continue;
            if (!program.LooksUp) return true;
            var names = program.Resolve(run);
            var level = LevelBelow(run, program, names, run.Document.Parent(element));
            if ((StepTo(run, program, names, element, ref level) & program.Accept) != 0) return true;
        }
        return false;
    }

    // levels[0..count] are the node's own; the next count are its children's.
    private static bool Visit<TSink>(
        MatchRun run,
        SelectorProgram[] programs,
        ResolvedNames[] names,
        Span<MatchLevel> levels,
        int node,
        bool hasChildren,
        ref TSink sink)
        where TSink : struct, IMatchSink
    {
        for (var p = 0; p < programs.Length; p++)
        {
            ref var level = ref levels[p];
            var matched = programs[p].Step(run, node, names[p], ref level);
            if (hasChildren)
                levels[programs.Length + p] = new MatchLevel { Ancestors = level.Ancestors | matched, Parent = matched };
            if (!Report(programs[p], node, matched, ref sink)) return false;
        }
        return true;
    }

    private static int Onward(HtmlDocument document, int node, int scope, ref int depth)
    {
        while (true)
        {
            var next = document.NextSibling(node);
            if (next != HtmlDocument.None) return next;
            node = document.Parent(node);
            if (node == scope || node == HtmlDocument.None) return HtmlDocument.None;
            depth--;
        }
    }

    private static void Grow(ref MatchLevel[] levels)
    {
        var larger = ArrayPool<MatchLevel>.Shared.Rent(levels.Length * 2);
        levels.CopyTo(larger, 0);
        ArrayPool<MatchLevel>.Shared.Return(levels);
        levels = larger;
    }

    // The level of the node's first child, which depends on its ancestors and on what stands before each of them.
    private static MatchLevel LevelBelow(MatchRun run, SelectorProgram program, in ResolvedNames names, int node)
    {
        var level = default(MatchLevel);
        if (program.LooksUp && node > HtmlDocument.Root)
        {
            foreach (var ancestor in Path(run.Document, node))
            {
                var matched = StepTo(run, program, names, ancestor, ref level);
                level = new MatchLevel { Ancestors = level.Ancestors | matched, Parent = matched };
            }
        }
        level.Ancestors |= program.Anchors;
        level.Parent |= program.Anchors;
        return level;
    }

    private static ulong StepTo(
        MatchRun run, SelectorProgram program, in ResolvedNames names, int element, ref MatchLevel level)
    {
        if (program.LooksBack)
        {
            var parent = run.Document.Parent(element);
            var first = parent == HtmlDocument.None ? element : run.Document.FirstChild(parent);
            for (var n = first; n != element && n != HtmlDocument.None; n = run.Document.NextSibling(n))
                if (run.Document.Kind(n) == NodeKind.Element) program.Step(run, n, names, ref level);
        }
        return run.Document.Kind(element) == NodeKind.Element ? program.Step(run, element, names, ref level) : 0;
    }

    private static List<int> Path(HtmlDocument document, int node)
    {
        var path = new List<int>();
        for (; node > HtmlDocument.Root; node = document.Parent(node)) path.Add(node);
        path.Reverse();
        return path;
    }
}
