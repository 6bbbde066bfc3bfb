using System.Globalization;
using System.Text;
using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Pages;
using Trawl.Web.Urls;

namespace Trawl.Hosting.Fixtures;

/// <summary>
/// The recorded page of a test case as text that a person can read and change: method and URL, the time of the fetch,
/// a blank line, and the head of the answer.
/// </summary>
internal static class PageFile
{
    private const string FetchedName = "Fetched: ";

    // The body is kept without coding, and rules do not see how it came.
    private static readonly HashSet<string> _left = new(StringComparer.OrdinalIgnoreCase)
    {
        "Content-Encoding", "Content-Length", "Transfer-Encoding", "Set-Cookie", "Connection", "Keep-Alive", "Date",
    };

    public static string Write(string url, DateTimeOffset at, int status, IEnumerable<FetchHeader> headers)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"GET {url}\n{FetchedName}{at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}\n\nHTTP/1.1 {status}\n");
        foreach (var header in headers.Where(h => !_left.Contains(h.Name)))
        {
            text.Append(CultureInfo.InvariantCulture, $"{header.Name}: {header.Value}\n");
        }

        return text.ToString();
    }

    /// <exception cref="FormatException">It is not such a file; the message says where.</exception>
    public static FetchedPage Read(string text, byte[] body, long maxBody)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var blank = Array.FindIndex(lines, l => l.Length == 0);
        if (lines[0].Split(' ') is not [_, var address] || !WebUrl.TryParse(address, out var url))
        {
            throw new FormatException($"line 1 is not a method and a URL: \"{lines[0]}\".");
        }

        if (blank < 0 || blank + 1 >= lines.Length || lines[blank + 1].Split(' ') is not [_, var code, ..]
            || !int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            throw new FormatException("behind the blank line stands no status line such as \"HTTP/1.1 200\".");
        }

        var result = new FetchResult
        {
            Status = status,
            Headers = [.. lines[(blank + 2)..].TakeWhile(l => l.Length > 0).Select(Header)],
            Body = body,
            BodyLength = body.Length,
            StartedAt = Fetched(lines[..blank]),
        };
        return new FetchedPage(url, result, maxBody);
    }

    private static FetchHeader Header(string line) => line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
        ? new FetchHeader(line[..colon], line[(colon + 1)..].Trim())
        : throw new FormatException($"this is no header: \"{line}\".");

    private static DateTimeOffset Fetched(string[] lines)
    {
        var line = lines.FirstOrDefault(l => l.StartsWith(FetchedName, StringComparison.Ordinal))
            ?? throw new FormatException($"a line \"{FetchedName}\" with a time is missing.");
        return DateTimeOffset.TryParse(line[FetchedName.Length..], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : throw new FormatException($"this is no time: \"{line}\".");
    }
}
