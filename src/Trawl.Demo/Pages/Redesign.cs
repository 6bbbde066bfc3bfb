namespace Trawl.Demo.Pages;

/// <summary>
/// What happens to every scraper one day: the shop looks the same to people, and some of its classes have new names.
/// </summary>
internal static class Redesign
{
    private static readonly (string Old, string New)[] _names =
    [
        ("<span class=\"price\">", "<span class=\"price-tag\">"),
        ("<a class=\"brand\"", "<a class=\"maker\""),
        ("class=\"gallery\"", "class=\"gallery-strip\""),
    ];

    public static string Apply(string html)
    {
        foreach (var (old, renamed) in _names) html = html.Replace(old, renamed, StringComparison.Ordinal);
        return html;
    }
}
