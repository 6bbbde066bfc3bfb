using Trawl.Html.Dom;
using Trawl.Pipelines.Binding;
using Trawl.Pipelines.Values;
using Trawl.Web.Urls;

namespace Trawl.Pipelines.Starter;

/// <summary>
/// Writes a first pipeline for a page, with comments that say what was seen on it. What it writes compiles without
/// errors.
/// </summary>
public static class StarterWriter
{
    /// <summary>Writes the pipeline.</summary>
    /// <param name="url">Where the page was fetched from; http or https.</param>
    /// <param name="document">The page.</param>
    /// <returns>YAML text with LF line ends; the same for the same page.</returns>
    public static string Write(WebUrl url, HtmlDocument document)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(document);
        var page = new PageView(document);
        var machine = new MachineFields(page);
        var text = new StarterText();
        WriteHead(text, url, page);
        var items = ItemFinder.Find(page);
        var next = PaginationFinder.Find(page);
        text.Line("pages:");
        if (items is null) WriteSingle(text, page, machine, next);
        else WriteListing(text, page, items, next);
        WriteTail(text, items);
        return text.ToString();
    }

    /// <summary>
    /// Without credentials and fragment, and with nothing that a pipeline would take for a range or placeholder.
    /// </summary>
    private static string Start(WebUrl url) =>
        (url.Origin + url.PathAndQuery).Replace("{", "%7B", StringComparison.Ordinal)
            .Replace("}", "%7D", StringComparison.Ordinal);

    private static void WriteHead(StarterText text, WebUrl url, PageView page)
    {
        string name = PlanBinder.Slug(url.Host ?? "");
        text.Comment($"A starter pipeline for {Start(url)}");
        if (page.TextOf("title") is { } title) text.Comment($"The page's title: \"{title}\"");
        text.Comment(
            "Check it with \"trawl validate\", run it with \"trawl run\"; all keys are in docs/reference/pipeline.md.");
        text.Line($"name: {name}");
        text.Line($"start: {StarterText.Quote(Start(url))}");
        text.Line("scope:");
        text.Line("  budget: { pages: 100 }", "a first try; raise it, or remove the line for all pages");
        if (Loopback.Is(url) || IsAddress(url)) WriteEgress(text, url);
        text.Line("fetch:");
        text.Line("  delay: 500 ms", "between two requests to one host");
        text.Line("  # contact: you@example.org", "tells the site's owner who asks");
    }

    private static void WriteEgress(StarterText text, WebUrl url)
    {
        text.Line("egress:");
        text.Line(
            $"  allow: [{StarterText.QuoteFlow(url.HostAndPort!)}]", "further hosts of your own network must be named here");
    }

    private static bool IsAddress(WebUrl url) => url.Host![0] == '[' || char.IsAsciiDigit(url.Host[^1]);

    private static void WriteListing(StarterText text, PageView page, ItemGroup items, StarterLink? next)
    {
        text.Line("  listing:");
        text.Line($"    has: {StarterText.Quote(items.Selector)}", "pages with such items");
        var fields = FieldFinder.Find(page, items);
        var link = fields.FirstOrDefault(f => f.Name == "link");
        WriteFollow(text, next, link);
        text.Line("    extract:");
        text.Line("      item:");
        text.Line($"        each: {StarterText.Quote(items.Selector)}", $"{items.Elements.Count} items matched");
        text.Line("        fields:");
        foreach (var field in fields) text.Line($"          {field.Name}: {field.Yaml}", field.Comment);
        text.Line("          page: { from: url }", "the page it was found on");
    }

    private static void WriteFollow(StarterText text, StarterLink? next, StarterField? item)
    {
        string? open = item?.Selector is { } css ? $"      # - {StarterText.Quote(css)}" : null;
        const string advice = "opens each item too; add a rule that extracts from those pages";
        if (next is null)
        {
            text.Comment("No link to a next page was seen.", "    ");
            if (open is not null) text.Line($"    # follow: [ {StarterText.Quote(item!.Selector!)} ]", advice);
            return;
        }

        text.Line("    follow:");
        text.Line($"      - {{ css: {StarterText.QuoteFlow(next.Selector)}, pagination: true }}", next.Comment);
        if (open is not null) text.Line(open, advice);
    }

    private static void WriteSingle(StarterText text, PageView page, MachineFields machine, StarterLink? next)
    {
        text.Comment("No group of repeated items was seen: one record is made of each page.", "  ");
        text.Line("  page:");
        if (next is not null) WriteFollow(text, next, null);
        else text.Line("    # follow: a", "follows every link of the scope");
        text.Line("    extract:");
        text.Line("      page:");
        text.Line("        fields:");
        foreach (var field in PageFields.Find(page).Concat(machine.All)) text.Line(
            $"          {field.Name}: {field.Yaml}", field.Comment);
        text.Line("          url: { from: url }");
    }

    private static void WriteTail(StarterText text, ItemGroup? items)
    {
        text.Line("records:");
        text.Line(items is null ? "  page: { key: url }" : "  item: { onInvalid: quarantine }",
            items is null ? "one record a URL" : "add \"key: [...]\" with the fields that identify an item");
        text.Line("outputs:");
        text.Line("  - jsonl", "into the run's datasets folder; also csv, json, sqlite, or { csv: out/{record}.csv }");
    }
}
