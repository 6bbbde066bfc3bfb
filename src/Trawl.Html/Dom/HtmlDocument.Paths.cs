using System.Globalization;
using System.Text;

namespace Trawl.Html.Dom;

/// <content>Where nodes stand, and what addresses in the page are relative to.</content>
public sealed partial class HtmlDocument
{
    /// <summary>
    /// A CSS selector that matches the element and no other, such as <c>html > body > div:nth-of-type(2) > p</c>; of any
    /// other node that of its parent. Elements in a template's content follow <c>template::content</c>, which no
    /// selector matches. Empty for the document.
    /// </summary>
    public string PathOf(int node)
    {
        var steps = new List<int>();
        for (int step = node; step != None; step = Parent(step))
        {
            if (Kind(step) is NodeKind.Element or NodeKind.TemplateContent) steps.Add(step);
        }

        var path = new StringBuilder();
        for (int i = steps.Count - 1; i >= 0; i--) AppendStep(steps[i], path);
        return path.ToString();
    }

    /// <summary>
    /// The value of <c>href</c> of the first <c>base</c> element that has one, or null (HTML standard, 4.2.3). Not
    /// resolved: it may itself be relative to the page's address.
    /// </summary>
    public string? BaseHref()
    {
        if (!HasBase) return null;
        for (int node = NextInTree(Root, Root); node != None; node = NextInTree(node, Root))
        {
            if (IsHtml(node, KnownName.Base) && TryGetAttribute(node, KnownName.Href, out var href)) return new string(href);
        }

        return null;
    }

    /// <summary>Some <c>base</c> element was parsed.</summary>
    internal bool HasBase { get; set; }

    private void AppendStep(int node, StringBuilder path)
    {
        if (Kind(node) == NodeKind.TemplateContent)
        {
            path.Append("::content");
            return;
        }

        if (path.Length > 0) path.Append(" > ");
        AppendIdentifier(LocalName(node), path);
        int place = PlaceOfType(node, out bool isOnly);
        if (!isOnly) path.Append(":nth-of-type(").Append(place.ToString(CultureInfo.InvariantCulture)).Append(')');
    }

    private int PlaceOfType(int node, out bool isOnly)
    {
        int place = 1;
        for (int other = PreviousSibling(node); other != None; other = PreviousSibling(other))
        {
            if (IsSameType(node, other)) place++;
        }

        isOnly = place == 1;
        for (int other = NextSibling(node); other != None && isOnly; other = NextSibling(other))
        {
            isOnly = !IsSameType(node, other);
        }

        return place;
    }

    private bool IsSameType(int one, int other) =>
        Kind(other) == NodeKind.Element && NameId(one) == NameId(other) && Namespace(one) == Namespace(other);

    /// <summary>"Serialize an identifier" (CSSOM, 2.1).</summary>
    private static void AppendIdentifier(string name, StringBuilder path)
    {
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            bool isDigit = char.IsAsciiDigit(c);
            bool isHex = c is (>= '\x1' and <= '\x1F') or '\x7F' || (isDigit && (i == 0 || (i == 1 && name[0] == '-')));
            if (isHex) path.Append('\\').Append(((int)c).ToString("x", CultureInfo.InvariantCulture)).Append(' ');
            else if (c >= '\x80' || c is '_' || (c == '-' && name.Length > 1) || char.IsAsciiLetterOrDigit(c)) path.Append(c);
            else path.Append('\\').Append(c);
        }
    }
}
