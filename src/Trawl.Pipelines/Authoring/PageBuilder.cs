namespace Trawl.Pipelines.Authoring;

/// <summary>Says what to do with pages of one kind. All conditions must hold.</summary>
public sealed class PageBuilder
{
    private readonly Draft _draft;
    private readonly Draft _pipeline;

    internal PageBuilder(Draft draft, Draft pipeline) => (_draft, _pipeline) = (draft, pipeline);

    /// <summary>Adds URL patterns, one of which must match.</summary>
    public PageBuilder Url(params string[] patterns) => Add("url", patterns);

    /// <summary>Adds content types, one of which must match: <c>text/html</c>, <c>image/*</c>.</summary>
    public PageBuilder ContentType(params string[] types) => Add("contentType", types);

    /// <summary>A CSS selector that must find something.</summary>
    public PageBuilder Has(string css)
    {
        _draft.Set("has", css);
        return this;
    }

    /// <summary>A selector of any language that must find something.</summary>
    public PageBuilder Has(Selector selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        _draft.Set("has", selector.ToDraft());
        return this;
    }

    /// <summary>Opens the pages in a browser before they are read.</summary>
    /// <param name="mode">All of them, or if a sample shows that it is needed.</param>
    /// <param name="configure">Says how; null for the defaults.</param>
    public PageBuilder Render(Model.Plans.RenderMode mode, Action<BrowserBuilder>? configure = null)
    {
        _draft.Set("render", mode == Model.Plans.RenderMode.Auto ? "auto" : "always");
        configure?.Invoke(new BrowserBuilder(_draft.Map("browser")));
        return this;
    }

    /// <summary>Follows links.</summary>
    /// <param name="css">CSS selectors of elements with an <c>href</c>.</param>
    public PageBuilder Follow(params string[] css) => Add("follow", css);

    /// <summary>Follows links, with more to say about them.</summary>
    /// <param name="selector">Finds the links.</param>
    /// <param name="configure">Says which, and how.</param>
    public PageBuilder Follow(Selector selector, Action<FollowBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(selector);
        ArgumentNullException.ThrowIfNull(configure);
        var follow = selector.ToDraft();
        configure(new FollowBuilder(follow));
        return Add("follow", [follow]);
    }

    /// <summary>Extracts records.</summary>
    /// <param name="record">
    /// Name of the record type: a lower-case letter, then up to 63 letters, digits, <c>_</c> and <c>-</c>.
    /// </param>
    /// <param name="configure">Says what they hold.</param>
    public PageBuilder Extract(string record, Action<ExtractBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(new ExtractBuilder(_draft.Map("extract").Map(record), () => _pipeline.Map("records").Map(record)));
        return this;
    }

    private PageBuilder Add(string key, IEnumerable<object> items)
    {
        _draft.Add(key, items);
        return this;
    }
}
