using Trawl.Model.Plans;
using Trawl.Steps.Content;
using Trawl.Steps.Selecting;
using Trawl.Steps.Values;

namespace Trawl.Steps.Probing;

/// <summary>
/// Looks for selectors that find something, by changing one that finds nothing: one change first, then a second upon
/// the first, the smallest first.
/// </summary>
internal sealed class AlternativeSearch(PageView page)
{
    /// <summary>Selectors tried at most: a page of many names has many neighbours.</summary>
    private const int MostTried = 400;

    private const int LongestSample = 120;

    private static readonly FieldPlan _field = new() { Name = "sample" };

    private readonly HashSet<string> _tried = new(StringComparer.Ordinal);
    private readonly PageNames? _names = page.Document is { } document ? new PageNames(document) : null;

    public IReadOnlyList<Alternative> Find(SelectorSpec selector, int most)
    {
        var hits = new List<(int Cost, Alternative Found)>();
        var waiting = new PriorityQueue<Edit, (int, int)>();
        var order = 0;
        _tried.Add(selector.Text);
        foreach (var edit in Edits(selector, new Edit(selector.Text, 0))) waiting.Enqueue(edit, (edit.Cost, order++));
        var bound = int.MaxValue;
        while (waiting.TryDequeue(out var edit, out _) && edit.Cost <= bound && _tried.Count < MostTried)
        {
            // "*" finds everything, and says nothing.
            if (edit.Text is "*" || !_tried.Add(edit.Text)) continue;
            if (Try(selector with { Text = edit.Text }) is { } hit)
            {
                hits.Add((edit.Cost, hit));
                // What needs far more changes than the best is no neighbour any more.
                bound = Math.Min(bound, edit.Cost + 6);
            }
            else if (hits.Count == 0)
            {
                foreach (var next in Edits(selector, edit)) waiting.Enqueue(next, (next.Cost, order++));
            }
        }

        return [.. hits.OrderBy(h => h.Cost).ThenBy(h => h.Found.Count).Take(most).Select(h => h.Found)];
    }

    private IEnumerable<Edit> Edits(SelectorSpec selector, Edit from) => selector.Language switch
    {
        SelectorLanguage.Css when _names is not null => CssEdits.Of(from, _names),
        SelectorLanguage.XPath when _names is not null => XPathEdits.Of(from, _names),
        SelectorLanguage.JsonPath when page.Json is { } json => JsonPathEdits.Of(from, json),
        SelectorLanguage.JsonLd when page.JsonLd is { } json => JsonPathEdits.Of(from, json),
        SelectorLanguage.Microdata when page.Microdata is { } json => JsonPathEdits.Of(from, json),
        SelectorLanguage.Meta when page.Meta is { } meta => MetaEdits.Of(from, meta),
        _ => [],
    };

    private Alternative? Try(SelectorSpec selector)
    {
        ItemSelector compiled;
        try
        {
            compiled = SelectorCompiler.Alone(selector);
        }
        catch (ArgumentException)
        {
            // A change can make a selector that is none.
            return null;
        }

        var found = page.RentFound();
        compiled.Find(page, Found.Page, found);
        var alternative = found.Count == 0 ? null : new Alternative(selector, found.Count, Sample(compiled, found[0]));
        page.Return(found);
        return alternative;
    }

    private string Sample(ItemSelector selector, in Found found)
    {
        var values = page.RentRaw();
        new ValueTaker(selector.Take ?? "text", _field).Take(page, found, values);
        var text = values.Count == 0 ? "" : WhiteSpace.Collapse(values[0].Text);
        page.Return(values);
        return text.Length <= LongestSample ? text : text[..LongestSample] + "…";
    }
}
