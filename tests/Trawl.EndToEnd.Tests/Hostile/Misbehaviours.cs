using System.Text;

namespace Trawl.EndToEnd.Tests.Hostile;

/// <summary>The sins, one host each.</summary>
internal static class Misbehaviours
{
    private const string Timeout = "TRAWL-FETCH-004", Reset = "TRAWL-FETCH-005", TooLarge = "TRAWL-FETCH-006", Protocol = "TRAWL-FETCH-007";
    private const string Corrupt = "TRAWL-FETCH-008", Busy = "TRAWL-FETCH-011", Redirects = "TRAWL-FETCH-012";
    private const string Robots = "TRAWL-SKIP-002", Trap = "TRAWL-SKIP-007";
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";

    public static IReadOnlyList<Misbehaviour> All =>
    [
        .. Traps, .. Bodies, .. Heads, .. Texts, .. Redirections, .. RobotsFiles,
        .. Enumerable.Range(0, 12).Select(i => new Misbehaviour($"reset after {i * 13} bytes", x => ResetAfterAsync(x, i * 13), Reset)),
    ];

    private static IEnumerable<Misbehaviour> Traps =>
    [
        new("endless calendar", x => x.PageAsync($"<a href='/cal?month={Number(x.Path) + 1}'>next</a>"), null, Trap, 1002),
        new("relative links that grow", x => x.PageAsync("<a href='more/'>more</a> <a href='other/'>other</a>"), null, Trap, 128),
        new("session ids in links", x => x.PageAsync(Sessions(x.Path)), null, Trap, 12),
        new("ten thousand links on a page", x => x.PageAsync(Many(x.Path)), null, null, 1),
    ];

    private static IEnumerable<Misbehaviour> Bodies =>
    [
        new("body that drips", async x => { await x.SendAsync(Ok + "\r\n"); await x.ForEverAsync("x", slowly: true); }, Timeout),
        new("chunks without end", async x => { await x.SendAsync(Ok + "Transfer-Encoding: chunked\r\n\r\n"); await x.ForEverAsync("4000\r\n" + new string('x', 0x4000) + "\r\n"); }, TooLarge),
        new("body without end", async x => { await x.SendAsync(Ok + "\r\n"); await x.ForEverAsync(new string('x', 10_000)); }, TooLarge),
        new("length of nine exabytes", x => x.SendAsync(Ok + "Content-Length: 9000000000000000000\r\n\r\nx"), Reset),
        new("cut gzip", x => x.PackedAsync("gzip", b => b[..^12]), Corrupt),
        new("corrupt gzip", x => x.PackedAsync("gzip", Spoil), Corrupt),
        new("corrupt brotli", x => x.PackedAsync("br", Spoil), Corrupt),
        new("bomb", x => x.BombAsync(1), TooLarge),
        new("bomb in a bomb", x => x.BombAsync(2), TooLarge),
    ];

    private static IEnumerable<Misbehaviour> Heads =>
    [
        new("head that drips", async x => { await x.SendAsync(Ok); await x.ForEverAsync("X: y\r\n", slowly: true); }, Timeout),
        new("flood of headers", async x => { await x.SendAsync(Ok); await x.ForEverAsync("X-Flood: " + new string('y', 1000) + "\r\n"); }, Protocol),
        new("huge cookies", async x => { await x.SendAsync(Ok); await x.ForEverAsync("Set-Cookie: c=" + new string('y', 8000) + "\r\n"); }, Protocol),
        new("storm of 103", x => x.ForEverAsync("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"), Protocol),
        new("no HTTP at all", x => x.SendAsync("SSH-2.0-OpenSSH_9.2\r\n"), Protocol),
        new("429 with Retry-After", x => x.SendAsync("HTTP/1.1 429 Slow\r\nRetry-After: 1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), Busy),
        new("503 without", x => x.SendAsync("HTTP/1.1 503 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), Busy),
        new("silence", x => x.ForEverAsync("", slowly: true), Timeout),
    ];

    private static IEnumerable<Misbehaviour> Texts =>
    [
        new("wrong charset", x => x.PageAsync("<h1>ä</h1>", "text/html; charset=no-such-thing")),
        new("no charset", x => x.BodyAsync([0xE4, 0x80, 0xFF], "text/html")),
        new("BOM against header", x => x.BodyAsync([0xFF, 0xFE, 0x3C, 0, 0x61, 0, 0x3E, 0], "text/html; charset=utf-8")),
        new("invalid UTF-8", x => x.BodyAsync([0xC0, 0xAF, 0xED, 0xA0, 0x80, 0xF5], "text/html; charset=utf-8")),
        new("a million open tags", x => x.PageAsync(string.Concat(Enumerable.Repeat("<b>", 300_000)))),
    ];

    private static IEnumerable<Misbehaviour> Redirections =>
    [
        new("redirect to itself", x => RedirectAsync(x, x.Path), null, null, 1),
        new("redirects in a ring", x => RedirectAsync(x, $"/{(Number(x.Path) + 1) % 3}"), null, null, 4),
        new("redirects without end", x => RedirectAsync(x, $"/r/{Number(x.Path) + 1}"), null, Redirects, 12),
        new("redirect to nowhere", x => RedirectAsync(x, "http://["), Redirects),
    ];

    private static IEnumerable<Misbehaviour> RobotsFiles =>
    [
        new("robots.txt is 500", x => x.IsRobots ? x.SendAsync("HTTP/1.1 500 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n") : x.PageAsync("ok"), Robots, null, 0),
        new("robots.txt is 403", x => x.IsRobots ? x.SendAsync("HTTP/1.1 403 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n") : x.PageAsync("ok")),
        new("robots.txt redirects for ever", x => x.IsRobots || x.Path.StartsWith("/robots", StringComparison.Ordinal) ? RedirectAsync(x, $"/robots{Number(x.Path) + 1}") : x.PageAsync("ok"), null, null, 9),
        new("robots.txt without end", async x =>
        {
            if (!x.IsRobots) await x.PageAsync("ok");
            else { await x.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"); await x.ForEverAsync("Disallow: /nothing\r\n"); }
        }),
    ];

    private static Task RedirectAsync(HostileExchange x, string to) =>
        x.SendAsync($"HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

    private static async Task ResetAfterAsync(HostileExchange x, int bytes)
    {
        if (x.IsRobots)
        {
            await x.NotFoundAsync();
            return;
        }

        var whole = Ok + "Content-Length: 100\r\n\r\n" + new string('x', 99);
        await x.SendAsync(whole[..Math.Min(bytes, whole.Length)]);
        x.Reset();
    }

    private static byte[] Spoil(byte[] packed)
    {
        var spoiled = packed.ToArray();
        for (var i = spoiled.Length / 3; i < spoiled.Length; i++) spoiled[i] ^= 0x5A;
        return spoiled;
    }

    private static string Sessions(string path) =>
        string.Concat(Enumerable.Range(0, 5).Select(i => $"<a href='/page{i}?sid={(uint)HashCode.Combine(path, i):x8}{i}'>{i}</a>"));

    private static string Many(string path)
    {
        var links = new StringBuilder();
        if (path == "/") for (var i = 0; i < 10_000; i++) links.Append("<a href='/elsewhere/").Append(i).Append("'>x</a>");
        return links.ToString();
    }

    private static int Number(string path) => int.TryParse(new string([.. path.Where(char.IsAsciiDigit)]), out var number) ? number : 0;
}
