using System.Globalization;
using Trawl.Model.Plans;
using Trawl.Pipelines.Values;

namespace Trawl.Pipelines.Language;

/// <summary>Keys of <c>fetch</c> and <c>urls</c>.</summary>
internal static class FetchLanguage
{
    private static readonly FetchPlan _default = new();

    public static readonly MapShape Fetch = new("fetch", () => FetchKeys)
    {
        Doc = "How pages are fetched.",
        Example = """
            fetch:
              concurrency: 16
              perHost: 2
              delay: 500 ms
              contact: me@example.org
              headers: { X-Token: "${env:TOKEN}" }
            """,
    };

    public static readonly MapShape Urls = new("urls", () => UrlKeys)
    {
        Doc = "How URLs are made comparable, beyond what the URL standard does. "
            + "The URL that is fetched is the one that results.",
        Example = "urls: { dropParameters: [utm_*, sid], sortQuery: true }",
    };

    private static IReadOnlyList<Key> FetchKeys =>
    [
        new("concurrency", Scalars.Integer(1, 1000),
            "Requests in flight at most, over all hosts; up to 256 that wait for silent hosts do not count.")
        { Default = Number(_default.Concurrency) },
        new("perHost", Scalars.Integer(1, 1000), "Requests in flight at most to one host; one until it has answered, and after a failure.") { Default =
            Number(_default.PerHostConcurrency) },
        new("delay", Scalars.Time(TimeSpan.Zero, TimeSpan.FromDays(1)),
            "Time between the starts of two requests to one host.")
        { Default = Duration.Write(_default.Delay) },
        new("adaptive", Scalars.Boolean,
            "Whether the delay grows when a host slows down or says 429 or 503, and shrinks back.") { Default =
            "true" },
        new("timeout", Scalars.Time(TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(24)),
            "Time one exchange may take, from the name's resolution to the last byte.") { Default =
                Duration.Write(_default.Timeout) },
        new("maxBody", Scalars.Size(1), "Size of a body at most, as received and also when decompressed.") { Default =
            ByteSize.Write(_default.MaxBody) },
        new("maxRedirects", Scalars.Integer(0, 100), "Redirects followed in a row at most.") { Default =
            Number(_default.MaxRedirects) },
        new("retries", Scalars.Integer(0, 100),
            "Further attempts after the first one failed in a way that may pass.") { Default =
            Number(_default.Retries) },
        new("retryDelay", Scalars.Time(TimeSpan.Zero, TimeSpan.FromDays(1)),
            "Pause before the first further attempt; doubles each time, with jitter.")
        { Default = Duration.Write(_default.RetryDelay) },
        new("retryDelayMax", Scalars.Time(TimeSpan.Zero, TimeSpan.FromDays(30)),
            "Longest pause; a Retry-After of the server is kept even when it is longer, up to a day.")
        { Default = Duration.Write(_default.RetryDelayMax) },
        new("robots",
            Scalars.Choice(
            "robots policy", ("obey", "robots.txt is obeyed (RFC 9309)."),
            ("ignore", "It is not asked for; ask the site's owner first.")),
            "Whether robots.txt is obeyed.") { Default = "obey" },
        new("cookies", Scalars.Boolean, "Whether cookies are kept and sent back, one jar a run.") { Default = "false" },
        new("userAgent", Kinds.HeaderValue, "User-Agent to send.") { Default = "Trawl's own, with the contact" },
        new("contact", Kinds.Contact, "Who answers for this crawl; part of Trawl's own User-Agent.") { Example =
            "me@example.org" },
        new("headers", StartLanguage.Headers, "Headers sent with every request."),
    ];

    private static IReadOnlyList<Key> UrlKeys =>
    [
        new("dropParameters", UnionShape.OneOrMany(Scalars.Text),
            "Query parameters to remove; `*` stands for any run of characters.") { Example = "[utm_*]" },
        new("sortQuery", Scalars.Boolean, "Whether query parameters are sorted by name.") { Default = "false" },
        new("dropTrailingSlash", Scalars.Boolean, "Whether a slash at the end of a path is removed.") { Default =
            "false" },
        new("dropEmptyQuery", Scalars.Boolean, "Whether a `?` with nothing behind it is removed.") { Default =
            "false" },
    ];

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
