using Trawl.Engine.Seams.Pages;
using Trawl.Html.Dom;
using Trawl.Steps.Content;
using Trawl.Steps.Selecting;
using Trawl.Web.Urls;

namespace Trawl.Steps.Links;

/// <summary>
/// Collects the links of one page. Pages say the same link many times: each distinct text is resolved once a page,
/// and once a step it becomes a link.
/// </summary>
internal sealed class LinkFollower
{
    private const int MostKept = 4096;

    private readonly Dictionary<string, Resolved> _resolved = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Resolved>.AlternateLookup<ReadOnlySpan<char>> _bySpan;
    private List<DiscoveredLink> _links = [];
    private int _step;

    public LinkFollower() => _bySpan = _resolved.GetAlternateLookup<ReadOnlySpan<char>>();

    public void Follow(CompiledFollow step, PageView page)
    {
        _step++;
        if (step.Selector is CssItems css) FollowElements(step, css, page);
        else FollowItems(step, page);
        if (_links.Count >= PageLimits.Links) page.Warn("The page has more than 100,000 links; the rest is not followed.");
    }

    /// <summary>The links of the page; the follower is then ready for the next one.</summary>
    public IReadOnlyList<DiscoveredLink> Take()
    {
        var links = _links.Count == 0 ? (IReadOnlyList<DiscoveredLink>)[] : _links;
        if (_links.Count > 0) _links = [];
        Reset();
        return links;
    }

    public void Reset()
    {
        _links.Clear();
        var isHuge = _resolved.Count > MostKept;
        _resolved.Clear();
        if (isHuge) _resolved.TrimExcess();
        _step = 0;
    }

    private void FollowElements(CompiledFollow step, CssItems css, PageView page)
    {
        if (page.Document is not { } document) return;
        var room = page.RentNodes();
        var id = step.AttributeId >= 0 ? step.AttributeId : document.FindName(step.Attribute);
        foreach (var node in css.Nodes(page, Found.Page, room))
        {
            if (_links.Count >= PageLimits.Links) break;
            if (id >= 0 && document.TryGetAttribute(node, id, out var value)) Add(step, page, value);
        }

        page.Return(room);
    }

    private void FollowItems(CompiledFollow step, PageView page)
    {
        var found = page.RentFound();
        step.Selector.Find(page, Found.Page, found);
        foreach (var item in found)
        {
            if (_links.Count >= PageLimits.Links) break;
            AddItem(step, page, item);
        }

        page.Return(found);
    }

    private void AddItem(CompiledFollow step, PageView page, in Found item)
    {
        switch (item.Kind)
        {
            case FoundKind.Element:
                var document = page.Document!;
                if (document.Kind(item.Node) == NodeKind.Text) Add(step, page, document.Data(item.Node));
                else if (document.TryGetAttribute(item.Node, document.FindName(step.Attribute), out var value)) Add(step, page, value);
                break;
            case FoundKind.Json:
                if (JsonValueText.Of(item.Json, asJson: false) is { } text) Add(step, page, text.Text);
                break;
            case FoundKind.Text:
                Add(step, page, item.Text);
                break;
        }
    }

    private void Add(CompiledFollow step, PageView page, ReadOnlySpan<char> value)
    {
        if (step.HasTemplate)
        {
            var filled = value.Trim("\t\n\f\r ");
            if (filled.Length is > 0 and < PageLimits.ValueLength) Resolve(step, page, HrefText.Clean(step.Fill(filled)));
            return;
        }

        Resolve(step, page, HrefText.Clean(value));
    }

    private void Resolve(CompiledFollow step, PageView page, ReadOnlySpan<char> href)
    {
        if (href.IsEmpty) return;
        ref var known = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_bySpan, href, out var exists);
        if (!exists) known.Url = WebUrl.TryParse(href, page.Base, out var url) && url.IsHttp ? url : null;
        if (known.Url is null || known.LastStep == _step) return;
        known.LastStep = _step;
        if (step.Accepts(known.Url)) _links.Add(new DiscoveredLink(known.Url, step.Rule, step.SameDepth));
    }

    private struct Resolved
    {
        public WebUrl? Url;
        public int LastStep;
    }
}
