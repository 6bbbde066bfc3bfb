namespace Trawl.Sdk.Wire;

/// <summary>What came of a call.</summary>
internal sealed record AnswerMeta
{
    /// <summary>Of records: one for each record that was sent, or that an extract made.</summary>
    public ItemMeta[] Items { get; init => field = value ?? []; } = [];

    /// <summary>Of a parse: the content type of the document, whose bytes are the only blob; null leaves the page as it is.</summary>
    public string? ContentType { get; init; }

    /// <summary>Of a source: the requests it gives now.</summary>
    public RequestMeta[] Requests { get; init => field = value ?? []; } = [];

    /// <summary>Of a source: where it is now; null when it has given all.</summary>
    public string? Cursor { get; init; }

    /// <summary>Of a sink's begin: the last batch of this run that it has; absent when it does not know.</summary>
    public long? Batch { get; init; }

    /// <summary>Of a source or sink: whether it is at its end.</summary>
    public bool End { get; init; }
}
