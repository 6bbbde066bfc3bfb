namespace Trawl.Warc;

/// <summary>What a problem means for the content.</summary>
public enum WarcSeverity
{
    /// <summary>The rules are broken, and the content is all there and certain.</summary>
    Warning,

    /// <summary>Content is lost, in doubt or was skipped.</summary>
    Error,
}
