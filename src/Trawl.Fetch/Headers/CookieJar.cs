using System.Net;
using System.Net.Http;

namespace Trawl.Fetch.Headers;

/// <summary>One jar a run. Its limits are the least that RFC 6265 §6.1 asks for, so no host can fill it.</summary>
internal sealed class CookieJar
{
    private const int PerHost = 50;
    private const int Total = 30_000;
    private const int MaxBytes = 4096;

    private readonly CookieContainer _cookies = new(Total, PerHost, MaxBytes);

    public void Apply(HttpRequestMessage message)
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

    public void Keep(Uri url, HttpResponseMessage response)
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
        }
        catch (CookieException)
        {
            // A cookie that breaks the rules is not kept (RFC 6265 §5.2: ignore the set-cookie-string entirely).
        }
    }
}
