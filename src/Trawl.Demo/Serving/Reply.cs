using System.Text;

namespace Trawl.Demo.Serving;

/// <summary>An answer, decided before anything is sent.</summary>
internal sealed record Reply(int Status, string ContentType, byte[] Body)
{
    public string? Location { get; init; }

    public int? RetryAfterSeconds { get; init; }

    public TimeSpan Delay { get; init; }

    public static Reply Html(string html, int status = 200) => Text(html, "text/html; charset=utf-8", status);

    public static Reply Text(string text, string contentType, int status = 200) =>
        new(status, contentType, Encoding.UTF8.GetBytes(text));

    public static Reply Redirect(int status, string location) =>
        Text($"See {location}\n", "text/plain; charset=utf-8", status) with { Location = location };
}
