namespace Trawl.Engine.Admission;

/// <summary>Session ids that servers write into addresses for visitors without cookies, by the names they are known by.</summary>
internal static class SessionId
{
    private static readonly string[] s_names =
        ["jsessionid", "phpsessid", "aspsessionid", "sessionid", "session_id", "sid", "oscsid", "zenid", "cftoken"];

    /// <summary>The name of an id that both addresses carry with different values; null when there is none.</summary>
    public static string? ChangesBetween(string page, string link)
    {
        foreach (var name in s_names)
        {
            var given = Value(link, name);
            if (!given.IsEmpty && Value(page, name) is { IsEmpty: false } own && !own.SequenceEqual(given))
            {
                return name;
            }
        }

        return null;
    }

    // As a parameter of the query or of the path: "?sid=1", "&sid=1", ";jsessionid=1".
    private static ReadOnlySpan<char> Value(ReadOnlySpan<char> href, string name)
    {
        for (var at = 0; at < href.Length;)
        {
            var found = href[at..].IndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
            {
                return default;
            }

            var start = at + found;
            at = start + name.Length;
            if (start > 0 && href[start - 1] is ('?' or '&' or ';') && at < href.Length && href[at] == '=')
            {
                var value = href[(at + 1)..];
                var end = value.IndexOfAny("&;?#/");
                return end < 0 ? value : value[..end];
            }
        }

        return default;
    }
}
