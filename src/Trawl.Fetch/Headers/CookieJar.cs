using System.Globalization;
using System.Net;
using System.Net.Http;

namespace Trawl.Fetch.Headers;

/// <summary>The cookies of one run. Its limits are the least that RFC 6265 §6.1 asks for, so no host can fill it. Thread-safe.</summary>
public sealed class CookieJar
{
    private const int PerHost = 50;
    private const int Total = 30_000;
    private const int MaxBytes = 4096;

    private readonly CookieContainer _cookies = new(Total, PerHost, MaxBytes);
    private long _changes;

    /// <summary>Grows with every cookie that a server sends.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    /// <summary>All cookies, one a line, for <see cref="Load"/>; session cookies too.</summary>
    /// <param name="now">Those that are over by then are left out; the others keep what time is left.</param>
    public string Save(DateTimeOffset now) => string.Join('\n', _cookies.GetAllCookies().Where(cookie => !cookie.Expired).Select(cookie => Line(cookie, now)));

    /// <summary>Takes cookies in that were saved; lines that are no cookies are skipped.</summary>
    public void Load(string saved)
    {
        ArgumentNullException.ThrowIfNull(saved);
        foreach (var line in saved.Split('\n'))
        {
            if (line.Split('\t', 2) is [var place, var cookie] && Uri.TryCreate(place, UriKind.Absolute, out var url)) Keep(url, cookie);
        }
    }

    internal void Apply(HttpRequestMessage message)
    {
        var header = _cookies.GetCookieHeader(message.RequestUri!);
        if (header.Length == 0) return;
        if (message.Headers.NonValidated.TryGetValues("Cookie", out var own))
        {
            message.Headers.Remove("Cookie");
            header = $"{own}; {header}";
        }

        message.Headers.TryAddWithoutValidation("Cookie", header);
    }

    internal void Keep(Uri url, HttpResponseMessage response)
    {
        if (!response.Headers.NonValidated.TryGetValues("Set-Cookie", out var values)) return;
        foreach (var value in values)
        {
            Keep(url, value);
        }
    }

    private void Keep(Uri url, string setCookie)
    {
        try
        {
            _cookies.SetCookies(url, setCookie);
            Interlocked.Increment(ref _changes);
        }
        catch (CookieException)
        {
            // A cookie that breaks the rules is not kept (RFC 6265 §5.2: ignore the set-cookie-string entirely).
        }
    }

    private static string Line(Cookie cookie, DateTimeOffset now)
    {
        var host = cookie.Domain.TrimStart('.');
        var text = $"{(cookie.Secure ? "https" : "http")}://{host}{cookie.Path}\t{cookie.Name}={cookie.Value}; path={cookie.Path}";
        if (cookie.Domain.StartsWith('.')) text += $"; domain={cookie.Domain}";
        if (cookie.Secure) text += "; secure";
        return cookie.Expires == DateTime.MinValue ? text : text + string.Create(
            CultureInfo.InvariantCulture, $"; max-age={Math.Max(0, (long)(cookie.Expires.ToUniversalTime() - now.UtcDateTime).TotalSeconds)}");
    }
}
