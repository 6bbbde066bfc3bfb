namespace Trawl.Pipelines.Language;

/// <summary>Keys <c>capture</c> and <c>redact</c>.</summary>
internal static class CaptureLanguage
{
    public static readonly ScalarShape Mode = Scalars.Choice("capture mode",
        ("full", "Every exchange; the run can be replayed."),
        ("failures", "Exchanges that failed: no answer, or a status of 400 and above."),
        ("none", "Nothing."));

    public static readonly MapShape Redact = new("redact", () => Keys)
    {
        Doc = "What a run does not write down. Values of Authorization, Proxy-Authorization, Cookie and Set-Cookie, "
            + "and those made with `${env:NAME}`, never are. Bodies are kept byte for byte.",
        Example = "redact: { headers: [X-Api-Key], query: [token] }",
    };

    private static IReadOnlyList<Key> Keys =>
    [
        new("headers", UnionShape.OneOrMany(Kinds.RedactedHeader),
            "Header fields, of requests and answers, whose values the capture does not hold.") { Example = "[X-Api-Key]" },
        new("query", UnionShape.OneOrMany(Kinds.QueryName),
            "Query parameters whose values are kept sealed in everything the run writes; the home's key opens them when "
            + "a request is sent.") { Example = "[token]" },
    ];
}
