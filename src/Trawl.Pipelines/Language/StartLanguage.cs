namespace Trawl.Pipelines.Language;

/// <summary>Keys of <c>start</c>.</summary>
internal static class StartLanguage
{
    public static readonly TableShape Headers = new(Kinds.HeaderName, Kinds.HeaderValue);

    public static readonly MapShape Point = new("start", () => Keys)
    {
        Doc = "One place to begin: a URL, a sitemap, a file of URLs or a plugin.",
        OneOf = ["url", "sitemap", "file", "plugin"],
        NeedsOne = true,
        Example = """
            start:
              - https://books.example/list?page={1..50}
              - url: https://api.example/search
                method: POST
                headers: { Accept: application/json }
                body: '{"q":"x"}'
              - sitemap: https://books.example/sitemap.xml
                include: /product/**
              - file: urls.txt
              - plugin: feed
            """,
    };

    public static readonly UnionShape Start = new()
    {
        Scalar = Kinds.StartUrl,
        List = new ListShape(new UnionShape { Scalar = Kinds.StartUrl, Map = Point }),
        Map = Point,
    };

    private static IReadOnlyList<Key> Keys =>
    [
        new("url", Kinds.StartUrl, "A URL to fetch; ranges expand."),
        new("method", Scalars.Choice("HTTP method",
            ("GET", "Read."), ("POST", "Send a body."), ("PUT", "Send a body."), ("PATCH", "Send a body."),
            ("DELETE", "Delete."), ("HEAD", "Headers alone."), ("OPTIONS", "What is allowed.")), "HTTP method.")
        { Default = "GET", OnlyWith = ["url"] },
        new("headers", Headers, "Headers of this request alone.") { OnlyWith = ["url"] },
        new("body", Scalars.Text, "Request body, sent as UTF-8; needs a method that sends one.") { OnlyWith = ["url"] },
        new("sitemap", Kinds.Url, "A sitemap or sitemap index (XML, gzip or text), whose URLs are start URLs."),
        new("include", UnionShape.OneOrMany(Kinds.Pattern),
            "Only entries that match one of these are taken.") { OnlyWith = ["sitemap"] },
        new("file", Kinds.FilePath,
            "A text file with one URL a line; blank lines and lines that begin with `#` do not count."),
        new("plugin", PluginLanguage.Name, "A plugin that gives requests; their hosts must be in `scope.hosts`."),
    ];
}
