namespace Trawl.Sdk.Wire;

/// <summary>What is to be done. Blobs: the records (transform, enrich, validate, commit), or the page's body (extract, parse).</summary>
internal sealed record CallMeta
{
    /// <summary><c>transform</c>, <c>enrich</c>, <c>validate</c>, <c>extract</c>, <c>parse</c>, <c>read</c>,
    /// <c>begin</c>, <c>commit</c>, <c>complete</c>.</summary>
    public string Do { get; init; } = "";

    /// <summary>The type of the records.</summary>
    public string? Record { get; init; }

    public PageMeta? Page { get; init; }

    /// <summary>Of a source: where it was.</summary>
    public string? Cursor { get; init; }

    public SinkMeta? Sink { get; init; }
}
