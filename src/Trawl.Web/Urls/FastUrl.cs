namespace Trawl.Web.Urls;

internal static class FastUrl
{
    public static WebUrl? TryParse(ReadOnlySpan<char> input, string? whole, WebUrl? baseUrl) => null;
}
