using Trawl.Html.Dom;

namespace Trawl.Pipelines.Starter;

/// <summary>What is below an element, counted once for the whole page.</summary>
internal sealed class ElementStats
{
    public int Links { get; private set; }

    public int Headings { get; private set; }

    public int Images { get; private set; }

    /// <summary>Characters of text that are not white space.</summary>
    public long TextLength { get; private set; }

    /// <summary>It is inside of a menu, a header, a footer or a form.</summary>
    public bool IsAside { get; private init; }

    public static Dictionary<int, ElementStats> Of(PageView page)
    {
        var all = new Dictionary<int, ElementStats>();
        var document = page.Document;
        foreach (int element in page.Elements)
        {
            bool isAside = all.TryGetValue(document.Parent(element), out var parent) && parent.IsAside;
            all[element] = new ElementStats { IsAside = isAside || ItemFinder.IsAside(document.LocalName(element)) };
            all[element].CountOwn(document, element);
        }

        // Children stand behind their parents in tree order: backwards, each sum is whole before it is handed up.
        for (int i = page.Elements.Count - 1; i >= 0; i--)
            if (all.TryGetValue(document.Parent(page.Elements[i]), out var parent)) parent.Add(all[page.Elements[i]]);
        return all;
    }

    private void CountOwn(HtmlDocument document, int element)
    {
        string name = document.LocalName(element);
        Links = name == "a" ? 1 : 0;
        Headings = name is ['h', >= '1' and <= '6'] ? 1 : 0;
        Images = name == "img" ? 1 : 0;
        if (name is "script" or "style" or "template" or "noscript") return;
        for (int child = document.FirstChild(element); child != HtmlDocument.None; child = document.NextSibling(child))
            if (document.Kind(child) == NodeKind.Text) TextLength += document.Data(child).Trim().Length;
    }

    private void Add(ElementStats child)
    {
        Links += child.Links;
        Headings += child.Headings;
        Images += child.Images;
        TextLength += child.TextLength;
    }
}
