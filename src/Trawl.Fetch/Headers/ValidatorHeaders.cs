using System.Net.Http;
using Trawl.Engine.Seams.Fetching;

namespace Trawl.Fetch.Headers;

/// <summary>Makes a request conditional (RFC 9110 §13.1.2, §13.1.3), unless the pipeline made it so with headers of its own.</summary>
internal static class ValidatorHeaders
{
    private static readonly string[] s_conditions = ["If-None-Match", "If-Modified-Since", "If-Match", "If-Unmodified-Since", "Range"];

    public static void Apply(HttpRequestMessage message, Validators? validators)
    {
        if (validators is null || s_conditions.Any(message.Headers.Contains)) return;
        Add(message, "If-None-Match", validators.ETag);
        Add(message, "If-Modified-Since", validators.LastModified);
    }

    // The values came from a server, and a recording may have been changed by hand.
    private static void Add(HttpRequestMessage message, string name, string? value)
    {
        if (value is not null && HeaderSyntax.IsValue(value)) message.Headers.TryAddWithoutValidation(name, value);
    }
}
