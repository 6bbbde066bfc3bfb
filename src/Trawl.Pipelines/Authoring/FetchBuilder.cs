using Trawl.Pipelines.Values;

namespace Trawl.Pipelines.Authoring;

/// <summary>Says how pages are fetched; what is not said is as in <see cref="Model.Plans.FetchPlan"/>.</summary>
public sealed class FetchBuilder
{
    private readonly Draft _draft;

    internal FetchBuilder(Draft draft) => _draft = draft;

    /// <summary>Requests in flight at most.</summary>
    /// <param name="total">Over all hosts, 1 to 1,000.</param>
    /// <param name="perHost">To one host, 1 to 1,000.</param>
    public FetchBuilder Concurrency(int total, int perHost = 2)
    {
        _draft.Set("perHost", perHost);
        return Set("concurrency", total);
    }

    /// <summary>Time between the starts of two requests to one host, up to a day.</summary>
    /// <param name="delay">The time.</param>
    /// <param name="adaptive">Whether it grows when a host slows down or says 429 or 503, and shrinks back.</param>
    public FetchBuilder Delay(TimeSpan delay, bool adaptive = true)
    {
        _draft.Set("adaptive", adaptive);
        return Set("delay", delay);
    }

    /// <summary>
    /// Time one exchange may take, from the name's resolution to the last byte; a millisecond to a day.
    /// </summary>
    public FetchBuilder Timeout(TimeSpan timeout) => Set("timeout", timeout);

    /// <summary>Size of a body at most, in bytes, as received and also when decompressed.</summary>
    public FetchBuilder MaxBody(long bytes)
    {
        _draft.Set("maxBody", ByteSize.Write(bytes));
        return this;
    }

    /// <summary>Redirects followed in a row at most, 0 to 100.</summary>
    public FetchBuilder MaxRedirects(int count) => Set("maxRedirects", count);

    /// <summary>Further attempts after the first failed in a way that may pass.</summary>
    /// <param name="count">0 to 100.</param>
    /// <param name="delay">Pause before the first of them, which doubles each time; null for the default.</param>
    /// <param name="delayMax">Longest pause; null for the default.</param>
    public FetchBuilder Retries(int count, TimeSpan? delay = null, TimeSpan? delayMax = null)
    {
        if (delay is { } first) Set("retryDelay", first);
        if (delayMax is { } longest) Set("retryDelayMax", longest);
        return Set("retries", count);
    }

    /// <summary>Does not ask for robots.txt. Ask the site's owner first.</summary>
    public FetchBuilder IgnoreRobots()
    {
        _draft.Set("robots", "ignore");
        return this;
    }

    /// <summary>Keeps cookies and sends them back, one jar a run.</summary>
    public FetchBuilder Cookies()
    {
        _draft.Set("cookies", true);
        return this;
    }

    /// <summary>Sets the User-Agent in place of Trawl's own.</summary>
    public FetchBuilder UserAgent(string text)
    {
        _draft.Set("userAgent", text);
        return this;
    }

    /// <summary>Says who answers for this crawl: an e-mail address or a URL, part of Trawl's own User-Agent.</summary>
    public FetchBuilder Contact(string contact)
    {
        _draft.Set("contact", contact);
        return this;
    }

    /// <summary>Adds a header to every request.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">
    /// Visible ASCII; <c>${env:NAME}</c> is not stored with the run but filled in when a request is sent.
    /// </param>
    public FetchBuilder Header(string name, string value)
    {
        _draft.Map("headers").Set(name, value);
        return this;
    }

    private FetchBuilder Set(string key, TimeSpan value)
    {
        _draft.Set(key, Duration.Write(value));
        return this;
    }

    private FetchBuilder Set(string key, int value)
    {
        _draft.Set(key, value);
        return this;
    }
}
