namespace Trawl.Pipelines.Authoring;

/// <summary>Says which differences between URLs do not count.</summary>
public sealed class UrlsBuilder
{
    private readonly Draft _draft;

    internal UrlsBuilder(Draft draft) => _draft = draft;

    /// <summary>Removes query parameters.</summary>
    /// <param name="names">Their names; <c>*</c> stands for any run of characters.</param>
    public UrlsBuilder DropParameters(params string[] names)
    {
        _draft.Add("dropParameters", names);
        return this;
    }

    /// <summary>Sorts query parameters by name.</summary>
    public UrlsBuilder SortQuery() => Switch("sortQuery");

    /// <summary>Removes a slash at the end of a path.</summary>
    public UrlsBuilder DropTrailingSlash() => Switch("dropTrailingSlash");

    /// <summary>Removes a <c>?</c> with nothing behind it.</summary>
    public UrlsBuilder DropEmptyQuery() => Switch("dropEmptyQuery");

    private UrlsBuilder Switch(string key)
    {
        _draft.Set(key, true);
        return this;
    }
}
