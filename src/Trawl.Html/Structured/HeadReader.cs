using System.Text.Json;
using Trawl.Html.Dom;
using Trawl.Html.Selectors;

namespace Trawl.Html.Structured;

/// <summary>Title, meta and link elements, wherever on the page they stand (many sites put them in the body).</summary>
internal static class HeadReader
{
    private const int MaxValues = 1_000;

    public static JsonElement Read(HtmlDocument document)
    {
        var values = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var count = 0;
        for (var node = HtmlDocument.Root;
            node != HtmlDocument.None && count < MaxValues;
            node = document.NextInTree(node, HtmlDocument.Root))
            if (TryRead(document, node, out var name, out var value) && Add(values, name, value)) count++;
        return JsonWriting.Make(writer =>
        {
            writer.WriteStartObject();
            foreach (var (name, list) in values) writer.WriteStrings(name, list);
            writer.WriteEndObject();
        });
    }

    private static bool TryRead(HtmlDocument document, int node, out string name, out string value)
    {
        (name, value) = ("", "");
        if (document.Kind(node) != NodeKind.Element || document.Namespace(node) != ElementNamespace.Html) return false;
        return document.NameId(node) switch
        {
            KnownName.Title => Named("title", Squash(TakenText.Of(document, node)), out name, out value),
            KnownName.Meta => TryMeta(document, node, out name, out value),
            KnownName.Link => TryLink(document, node, out name, out value),
            _ => false,
        };
    }

    private static bool TryMeta(HtmlDocument document, int meta, out string name, out string value)
    {
        (name, value) = ("", "");
        if (!document.TryGetAttribute(meta, KnownName.Property, out var key)
            && !document.TryGetAttribute(meta, KnownName.Name, out key))
            return false;
        if (!document.TryGetAttribute(meta, KnownName.Content, out var content)) return false;
        return Named(JsonWriting.Valid(key.Trim().ToString().ToLowerInvariant()), content.Trim().ToString(), out name, out value);
    }

    private static bool TryLink(HtmlDocument document, int link, out string name, out string value)
    {
        (name, value) = ("", "");
        return document.TryGetAttribute(link, KnownName.Rel, out var rel)
            && Selectors.Conditions.Words.Contains(rel, "canonical", ignoreCase: true)
            && document.TryGetAttribute(link, KnownName.Href, out var href)
            && Named("canonical", href.Trim().ToString(), out name, out value);
    }

    private static bool Named(string key, string text, out string name, out string value)
    {
        (name, value) = (key, text);
        return key.Length > 0;
    }

    // A page has one title and one canonical address: the first (SVG has titles, and so do careless templates).
    private static bool Add(Dictionary<string, List<string>> values, string name, string value)
    {
        if (!values.TryGetValue(name, out var list)) values[name] = list = [];
        else if (name is "title" or "canonical") return false;
        list.Add(value);
        return true;
    }

    private static string Squash(string text) =>
        string.Join(' ', text.Split((char[])[' ', '\t', '\n', '\r', '\f'], StringSplitOptions.RemoveEmptyEntries));
}
