namespace Trawl.Web.Urls;

/// <summary>The rules of <see cref="CanonicalRules"/> that look at query parameters.</summary>
internal static class QueryRules
{
    public static WebUrl DropEmpty(WebUrl url) => url.Query is "" ? WithQuery(url, null) : url;

    public static WebUrl Remove(WebUrl url, IReadOnlyList<string> patterns)
    {
        if (url.QuerySpan.IsEmpty) return url;
        string[] parameters = url.Query!.Split('&');
        string[] kept = Array.FindAll(parameters, parameter => !IsNamed(parameter, patterns));
        if (kept.Length == parameters.Length) return url;
        string query = string.Join('&', kept);
        return WithQuery(url, query.Length == 0 ? null : query);
    }

    public static WebUrl Sort(WebUrl url)
    {
        if (!url.QuerySpan.Contains('&')) return url;
        string[] parameters = url.Query!.Split('&');
        // OrderBy is stable and Array.Sort is not: the order within one name has meaning.
        string query = string.Join('&', parameters.OrderBy(Name, StringComparer.Ordinal));
        return url.QuerySpan.SequenceEqual(query) ? url : WithQuery(url, query);
    }

    private static bool IsNamed(string parameter, IReadOnlyList<string> patterns)
    {
        var name = NameSpan(parameter);
        foreach (string pattern in patterns)
            if (Wildcard.IsMatch(pattern, name)) return true;
        return false;
    }

    private static string Name(string parameter) => NameSpan(parameter).ToString();

    private static ReadOnlySpan<char> NameSpan(ReadOnlySpan<char> parameter)
    {
        int equals = parameter.IndexOf('=');
        return equals < 0 ? parameter : parameter[..equals];
    }

    private static WebUrl WithQuery(WebUrl url, string? query)
    {
        var head = url.Href.AsSpan(0, url.PathEnd);
        var fragment = url.Href.AsSpan(url.QueryEnd);
        return WebUrl.Parse(string.Concat(head, query is null ? "" : "?", query, fragment));
    }
}
