using Trawl.Html.Dom;
using Trawl.Model.Plans;
using Trawl.Steps.Rules;
using Trawl.Steps.Selecting;
using Trawl.Web.Urls;

namespace Trawl.Steps.Links;

/// <summary>A follow step ready to be applied.</summary>
internal sealed class CompiledFollow
{
    private const string Placeholder = "{value}";

    private readonly UrlMatcher? _include;
    private readonly UrlMatcher? _exclude;
    private readonly string? _template;

    public CompiledFollow(FollowStep step, string rule, SelectorCompiler selectors)
    {
        Rule = rule;
        SameDepth = step.SameDepth;
        Selector = selectors.Compile(step.Selector);
        Attribute = (Selector.Take is ['@', .. var name] ? name : step.Attribute).ToLowerInvariant();
        AttributeId = NameTable.Find(Attribute);
        _include = UrlMatchers.Of(step.Include);
        _exclude = UrlMatchers.Of(step.Exclude);
        _template = step.Template;
    }

    public string Rule { get; }

    public bool SameDepth { get; }

    public ItemSelector Selector { get; }

    public string Attribute { get; }

    /// <summary>The attribute's fixed id, or -1 when its id is the document's own.</summary>
    public int AttributeId { get; }

    public bool HasTemplate => _template is not null;

    /// <summary>The found value put into the template, percent-encoded as a component (RFC 3986, section 2).</summary>
    public string Fill(ReadOnlySpan<char> value) =>
        _template!.Replace(Placeholder, Uri.EscapeDataString(value), StringComparison.Ordinal);

    public bool Accepts(WebUrl url) => (_include is null || _include.IsMatch(url)) && (_exclude is null || !_exclude.IsMatch(url));
}
