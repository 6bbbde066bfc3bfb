using Trawl.Html.Dom;
using Trawl.Html.Selectors.Matching;

namespace Trawl.Html.Selectors.Conditions;

/// <summary>The states of form controls a page is served with (HTML standard, section 4.16.3).</summary>
internal static class FormTests
{
    private static readonly object s_key = new();

    public static bool IsChecked(MatchRun run, int element)
    {
        var document = run.Document;
        if (document.IsHtml(element, KnownName.Option)) return Has(document, element, KnownName.Selected);
        return document.IsHtml(element, KnownName.Input)
            && Has(document, element, KnownName.Checked)
            && document.TryGetAttribute(element, KnownName.Type, out var type)
            && (Words.Same(type, "checkbox", ignoreCase: true) || Words.Same(type, "radio", ignoreCase: true));
    }

    public static bool IsEnabled(MatchRun run, int element) => CanBeDisabled(run, element) && !IsDisabled(run, element);

    public static bool IsDisabled(MatchRun run, int element)
    {
        if (!CanBeDisabled(run, element)) return false;
        var document = run.Document;
        if (Has(document, element, KnownName.Disabled)) return true;
        if (document.NameId(element) == KnownName.Optgroup) return false;
        if (document.NameId(element) == KnownName.Option)
        {
            var group = document.Parent(element);
            return document.IsHtml(group, KnownName.Optgroup) && Has(document, group, KnownName.Disabled);
        }
        return Inherited.Find(run, s_key, element, IsInDisabledPart) != HtmlDocument.None;
    }

    public static bool IsLink(MatchRun run, int element) =>
        (run.Document.IsHtml(element, KnownName.A) || run.Document.IsHtml(element, KnownName.Area))
        && Has(run.Document, element, KnownName.Href);

    private static bool CanBeDisabled(MatchRun run, int element) =>
        run.Document.Namespace(element) == ElementNamespace.Html
        && run.Document.NameId(element) is KnownName.Button or KnownName.Input or KnownName.Select
            or KnownName.Textarea or KnownName.Optgroup or KnownName.Option or KnownName.Fieldset;

    private static bool Has(HtmlDocument document, int element, int name) => document.TryGetAttribute(element, name, out _);

    // A child of a disabled fieldset, other than its first legend.
    private static bool IsInDisabledPart(MatchRun run, int node)
    {
        var document = run.Document;
        var parent = document.Parent(node);
        if (parent <= HtmlDocument.Root || !document.IsHtml(parent, KnownName.Fieldset)) return false;
        return Has(document, parent, KnownName.Disabled) && !IsFirstLegend(document, node);
    }

    private static bool IsFirstLegend(HtmlDocument document, int node)
    {
        if (!document.IsHtml(node, KnownName.Legend)) return false;
        do node = document.PreviousSibling(node);
        while (node != HtmlDocument.None && !document.IsHtml(node, KnownName.Legend));
        return node == HtmlDocument.None;
    }
}
