namespace Trawl.Model.Plans;

/// <summary>How pages are fetched.</summary>
public sealed record FetchPlan
{
    /// <summary>Requests in flight at most, over all hosts; 1 to 1,000.</summary>
    public int Concurrency { get; init; } = 16;

    /// <summary>Requests in flight at most to one host; 1 to 1,000.</summary>
    public int PerHostConcurrency { get; init; } = 2;

    /// <summary>Time between the starts of two requests to one host.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Whether the delay grows when a host slows down or says 429 or 503, and shrinks back.</summary>
    public bool Adaptive { get; init; } = true;

    /// <summary>Time one exchange may take, from the name's resolution to the last byte.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Size of a body at most, in bytes, as received and also when decompressed.</summary>
    public long MaxBody { get; init; } = 32L << 20;

    /// <summary>Redirects followed in a row at most.</summary>
    public int MaxRedirects { get; init; } = 10;

    /// <summary>Further attempts after the first one failed in a way that may pass.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>Pause before the first further attempt; doubles each time, with jitter.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest pause of our own before a further attempt; a server's Retry-After is kept in full, up to 24 hours.</summary>
    public TimeSpan RetryDelayMax { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether robots.txt is obeyed.</summary>
    public bool ObeyRobots { get; init; } = true;

    /// <summary>Whether cookies are kept and sent back, one jar a run.</summary>
    public bool Cookies { get; init; }

    /// <summary>User-Agent to send; null for Trawl's own.</summary>
    public string? UserAgent { get; init; }

    /// <summary>Who answers for this crawl: a URL or e-mail address, part of Trawl's own User-Agent.</summary>
    public string? Contact { get; init; }

    /// <summary>Headers sent with every request.</summary>
    public IReadOnlyList<HeaderPlan> Headers { get; init; } = [];
}
