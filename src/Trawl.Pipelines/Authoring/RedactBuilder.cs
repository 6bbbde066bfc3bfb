namespace Trawl.Pipelines.Authoring;

/// <summary>Says what a run does not write down.</summary>
public sealed class RedactBuilder
{
    private readonly Draft _draft;

    internal RedactBuilder(Draft draft) => _draft = draft;

    /// <summary>Leaves the values of header fields out of the capture, in requests and answers.</summary>
    /// <param name="names">Their names.</param>
    public RedactBuilder Headers(params string[] names)
    {
        _draft.Add("headers", names);
        return this;
    }

    /// <summary>Keeps the values of query parameters sealed in everything the run writes.</summary>
    /// <param name="names">Their names, as they stand in URLs.</param>
    public RedactBuilder Query(params string[] names)
    {
        _draft.Add("query", names);
        return this;
    }
}
