namespace Trawl.Pipelines.Authoring;

/// <summary>Says which links are followed, and how.</summary>
public sealed class FollowBuilder
{
    private readonly Draft _draft;

    internal FollowBuilder(Draft draft) => _draft = draft;

    /// <summary>The attribute that holds the URL; default <c>href</c>.</summary>
    public FollowBuilder Attribute(string name) => Set("attribute", name);

    /// <summary>A URL with <c>{value}</c>, into which the found value goes percent-encoded.</summary>
    public FollowBuilder Template(string url) => Set("template", url);

    /// <summary>Adds URL patterns, one of which a link must match.</summary>
    public FollowBuilder Include(params string[] patterns)
    {
        _draft.Add("include", patterns);
        return this;
    }

    /// <summary>Adds URL patterns, none of which a link may match.</summary>
    public FollowBuilder Exclude(params string[] patterns)
    {
        _draft.Add("exclude", patterns);
        return this;
    }

    /// <summary>The links lead to sibling pages, and so do not count as steps of depth.</summary>
    public FollowBuilder Pagination() => Set("pagination", "true");

    private FollowBuilder Set(string key, string value)
    {
        _draft.Set(key, value);
        return this;
    }
}
