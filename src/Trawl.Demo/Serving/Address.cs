using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Trawl.Demo.Serving;

/// <summary>A path and what the shop looks at in the query; tracking and session parameters change nothing.</summary>
internal readonly record struct Address(string Path, int Page, string Sort)
{
    public static Address Parse(string path, string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        var page = values.TryGetValue("page", out var text)
            ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0
            : 1;
        return new Address(path, page, values.TryGetValue("sort", out var sort) ? sort.ToString() : "");
    }
}
