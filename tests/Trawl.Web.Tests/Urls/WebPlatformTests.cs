using System.Text.Json;
using Trawl.Web.Urls;
using Xunit.Abstractions;

namespace Trawl.Web.Tests.Urls;

/// <summary>urltestdata.json of web-platform-tests, every case.</summary>
/// <remarks>
/// The installed file is of November 2024. A month later the standard began to encode <c>^</c> in paths; the two cases
/// that
/// hold one are compared with today's rule.
/// </remarks>
public sealed class WebPlatformTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_case_of_urltestdata_holds()
    {
        int cases = 0;
        var wrong = new List<string>();
        foreach (var test in TestData.ReadJson("urltestdata.json").EnumerateArray())
        {
            if (test.ValueKind != JsonValueKind.Object) continue;
            cases++;
            if (Difference(test) is { } difference) wrong.Add(difference);
        }

        output.WriteLine($"{cases} cases, {wrong.Count} wrong");
        Assert.True(cases > 600, $"only {cases} cases: is the file whole?");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static string? Difference(JsonElement test)
    {
        string input = Text(test, "input")!;
        string? baseText = Text(test, "base");
        bool isParsed = TryParse(input, baseText, out var url);
        string name = $"<{input}> against <{baseText}>: ";
        if (test.TryGetProperty("failure", out _)) return isParsed ? $"{name}{url} instead of a failure" : null;
        if (!isParsed) return $"{name}failure instead of {Text(test, "href")}";

        foreach (var (key, actual) in Properties(url!))
        {
            string? expected = Text(test, key);
            bool isPath = key is ("href" or "pathname")
                && (expected?.Contains("=%3E@[", StringComparison.Ordinal) ?? false);
            if (isPath) expected = expected!.Replace("]^_", "]%5E_", StringComparison.Ordinal);
            if (expected is not null && expected != actual) return $"{name}{key} {actual} instead of {expected}";
        }

        bool isStable = WebUrl.TryParse(url!.Href, null, out var again) && again == url;
        return isStable ? null : $"{name}{url} is another URL when parsed again: {again}";
    }

    private static bool TryParse(string input, string? baseText, out WebUrl? url)
    {
        url = null;
        WebUrl? baseUrl = null;
        if (baseText is not null && !WebUrl.TryParse(baseText, null, out baseUrl)) return false;
        return WebUrl.TryParse(input, baseUrl, out url);
    }

    private static IEnumerable<(string Key, string Actual)> Properties(WebUrl url) =>
    [
        ("href", url.Href),
        ("protocol", url.Scheme + ":"),
        ("username", url.Username),
        ("password", url.Password),
        ("host", url.HostAndPort ?? ""),
        ("hostname", url.Host ?? ""),
        ("port", url.Port?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? ""),
        ("pathname", url.Path),
        ("search", string.IsNullOrEmpty(url.Query) ? "" : "?" + url.Query),
        ("hash", string.IsNullOrEmpty(url.Fragment) ? "" : "#" + url.Fragment),
        ("origin", url.Origin),
    ];

    private static string? Text(JsonElement test, string name) =>
        test.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
