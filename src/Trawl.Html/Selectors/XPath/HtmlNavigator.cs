using System.Xml;
using System.Xml.XPath;
using Trawl.Html.Dom;

namespace Trawl.Html.Selectors.XPath;

/// <summary>
/// The document as XPath's data model: no namespaces, no doctype, template contents left out (they are not children).
/// </summary>
internal sealed class HtmlNavigator(NavigatorSession session, int node, int attribute = HtmlDocument.None) : XPathNavigator
{
    private readonly NavigatorSession _session = session;
    private int _node = node;
    private int _attribute = attribute;

    public XPathMatch Place => new(_node, _attribute);

    public override string BaseURI => "";

    public override bool IsEmptyElement => !OnAttribute && Document.FirstChild(_node) == HtmlDocument.None;

    public override string LocalName
    {
        get
        {
            if (!OnAttribute) return Document.LocalName(_node);
            Document.AttributeAt(_node, _attribute, out var name);
            return Document.NameText(name);
        }
    }

    public override string Name => LocalName;

    public override string NamespaceURI => "";

    public override string Prefix => "";

    public override XmlNameTable NameTable => _session.Names;

    public override bool HasAttributes => !OnAttribute && Document.AttributeCount(_node) > 0;

    public override bool HasChildren => !OnAttribute && Document.FirstChild(_node) != HtmlDocument.None;

    public override XPathNodeType NodeType => OnAttribute
        ? XPathNodeType.Attribute
        : Document.Kind(_node) switch
        {
            NodeKind.Element => XPathNodeType.Element,
            NodeKind.Text => XPathNodeType.Text,
            NodeKind.Comment => XPathNodeType.Comment,
            _ => XPathNodeType.Root,
        };

    public override string Value
    {
        get
        {
            if (OnAttribute) return Document.AttributeAt(_node, _attribute, out _).ToString();
            return Document.Kind(_node) is NodeKind.Text or NodeKind.Comment
                ? Document.Data(_node).ToString()
                : _session.Text(_node);
        }
    }

    public override string XmlLang
    {
        get
        {
            for (var n = _node; n != HtmlDocument.None; n = Document.Parent(n))
            {
                _session.Spend();
                if (Document.TryGetAttribute(n, KnownName.Lang, out var language)) return language.ToString();
            }
            return "";
        }
    }

    private HtmlDocument Document => _session.Document;

    private bool OnAttribute => _attribute != HtmlDocument.None;

    public override XPathNavigator Clone() => new HtmlNavigator(_session, _node, _attribute);

    public override bool IsSamePosition(XPathNavigator other) =>
        other is HtmlNavigator html && html._session == _session && html._node == _node && html._attribute == _attribute;

    public override XmlNodeOrder ComparePosition(XPathNavigator? nav)
    {
        if (nav is not HtmlNavigator other || other._session != _session) return XmlNodeOrder.Unknown;
        var order = other._node == _node
            ? _attribute.CompareTo(other._attribute)
            : _session.Order(_node).CompareTo(_session.Order(other._node));
        return order < 0 ? XmlNodeOrder.Before : order > 0 ? XmlNodeOrder.After : XmlNodeOrder.Same;
    }

    public override bool MoveTo(XPathNavigator other)
    {
        if (other is not HtmlNavigator html || html._session != _session) return false;
        (_node, _attribute) = (html._node, html._attribute);
        return true;
    }

    public override void MoveToRoot() => (_node, _attribute) = (HtmlDocument.Root, HtmlDocument.None);

    public override bool MoveToFirstAttribute() => !OnAttribute && MoveToAttribute(0);

    public override bool MoveToNextAttribute() => OnAttribute && MoveToAttribute(_attribute + 1);

    public override bool MoveToAttribute(string localName, string namespaceURI)
    {
        if (OnAttribute || namespaceURI.Length > 0) return false;
        var id = Document.FindName(localName);
        for (var i = Document.AttributeCount(_node) - 1; i >= 0 && id >= 0; i--)
        {
            Document.AttributeAt(_node, i, out var name);
            if (name == id) return MoveToAttribute(i);
        }
        return false;
    }

    public override bool MoveToFirstNamespace(XPathNamespaceScope namespaceScope) => false;

    public override bool MoveToNextNamespace(XPathNamespaceScope namespaceScope) => false;

    public override bool MoveToFirstChild() => !OnAttribute && MoveToSibling(Document.FirstChild(_node), forward: true);

    public override bool MoveToNext() => !OnAttribute && MoveToSibling(Document.NextSibling(_node), forward: true);

    public override bool MoveToPrevious() => !OnAttribute && MoveToSibling(Document.PreviousSibling(_node), forward: false);

    public override bool MoveToParent()
    {
        _session.Spend();
        if (OnAttribute)
        {
            _attribute = HtmlDocument.None;
            return true;
        }
        var parent = Document.Parent(_node);
        if (parent == HtmlDocument.None) return false;
        _node = parent;
        return true;
    }

    public override bool MoveToId(string id)
    {
        for (var n = HtmlDocument.Root; n != HtmlDocument.None; n = Document.NextInTree(n, HtmlDocument.Root))
        {
            _session.Spend();
            if (!Document.TryGetAttribute(n, KnownName.Id, out var value) || !value.SequenceEqual(id)) continue;
            (_node, _attribute) = (n, HtmlDocument.None);
            return true;
        }
        return false;
    }

    private bool MoveToAttribute(int index)
    {
        _session.Spend();
        if (index >= Document.AttributeCount(_node)) return false;
        _attribute = index;
        return true;
    }

    private bool MoveToSibling(int to, bool forward)
    {
        _session.Spend();
        while (to != HtmlDocument.None && Document.Kind(to) == NodeKind.Doctype)
            to = forward ? Document.NextSibling(to) : Document.PreviousSibling(to);
        if (to == HtmlDocument.None) return false;
        _node = to;
        return true;
    }
}
