using System.Text.Json;
using Trawl.Html.Dom;
using Trawl.Model.Plans;
using Trawl.Steps.Content;
using Trawl.Steps.Values;

namespace Trawl.Steps.Selecting;

/// <summary>Takes the text of what was found.</summary>
internal sealed class ValueTaker
{
    private readonly TakeKind _kind;
    private readonly string _attribute = "";
    private readonly int _attributeId = -1;
    private readonly bool _asJson;
    private readonly bool _flatten;

    /// <param name="take">What the field says, in the words of the plan.</param>
    /// <param name="field">The field.</param>
    public ValueTaker(string take, FieldPlan field)
    {
        _asJson = field.Type == FieldType.Json;
        _flatten = field.Many && !_asJson;
        if (take is ['@', .. var name])
        {
            _kind = TakeKind.Attribute;
            _attribute = name.ToLowerInvariant();
            _attributeId = NameTable.Find(_attribute);
            return;
        }

        _kind = take switch
        {
            "text" => TakeKind.Text,
            "rawText" => TakeKind.RawText,
            "ownText" => TakeKind.OwnText,
            "textNodes" => TakeKind.TextNodes,
            "html" => TakeKind.Html,
            "innerHtml" => TakeKind.InnerHtml,
            _ => throw new ArgumentException($"\"{take}\" is nothing that can be taken from an element.", nameof(take)),
        };
    }

    /// <summary>Adds the values of one find: none (the element has no such attribute), one, or all of a JSON list.</summary>
    public void Take(PageView page, in Found found, List<RawValue> into)
    {
        switch (found.Kind)
        {
            case FoundKind.Text: into.Add(new RawValue(page.Texts.Spend(found.Text!))); break;
            case FoundKind.Json: TakeJson(page, found.Json, into); break;
            default: TakeNode(page, found.Node, into); break;
        }
    }

    private void TakeJson(PageView page, JsonElement json, List<RawValue> into)
    {
        if (_flatten && json.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in json.EnumerateArray()) AddJson(page, item, into);
        }
        else
        {
            AddJson(page, json, into);
        }
    }

    // Cutting a JSON value would make it none; it is no larger than the page, and counts.
    private void AddJson(PageView page, JsonElement json, List<RawValue> into)
    {
        if (JsonValueText.Of(json, _asJson) is { } raw) into.Add(raw with { Text = page.Texts.Spend(raw.Text) });
    }

    private void TakeNode(PageView page, int node, List<RawValue> into)
    {
        if (page.Document is not { } document) return;
        switch (_kind)
        {
            case TakeKind.Text: into.Add(new RawValue(page.Texts.Collapsed(node))); break;
            case TakeKind.RawText: into.Add(new RawValue(page.Texts.Raw(node))); break;
            case TakeKind.OwnText: into.Add(new RawValue(page.Texts.Own(node))); break;
            case TakeKind.TextNodes: TakeTextNodes(page, document, node, into); break;
            case TakeKind.Attribute: TakeAttribute(page, document, node, into); break;
            default: into.Add(new RawValue(page.Texts.Markup(node, _kind == TakeKind.Html))); break;
        }
    }

    private void TakeAttribute(PageView page, HtmlDocument document, int node, List<RawValue> into)
    {
        var id = _attributeId >= 0 ? _attributeId : document.FindName(_attribute);
        if (id >= 0 && document.TryGetAttribute(node, id, out var value)) into.Add(new RawValue(page.Texts.Spend(value)));
    }

    private static void TakeTextNodes(PageView page, HtmlDocument document, int node, List<RawValue> into)
    {
        for (var n = document.FirstChild(node); n != HtmlDocument.None; n = document.NextSibling(n))
        {
            if (document.Kind(n) == NodeKind.Text) into.Add(new RawValue(page.Texts.Spend(document.Data(n))));
        }
    }
}
