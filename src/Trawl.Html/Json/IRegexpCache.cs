using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Trawl.Html.Json;

/// <summary>
/// Compiled I-Regexps of one query. A pattern may come from the queried document, so how many are kept is bounded.
/// </summary>
internal sealed class IRegexpCache
{
    private const int Kept = 64;

    private readonly ConcurrentDictionary<(string Pattern, bool Whole), Regex?> _compiled = new();

    /// <summary>The compiled pattern, or null when it is not a valid I-Regexp (it then matches nothing).</summary>
    public Regex? Get(string pattern, bool whole)
    {
        if (_compiled.TryGetValue((pattern, whole), out var regex)) return regex;
        regex = IRegexp.TryCompile(pattern, whole);
        if (_compiled.Count < Kept) _compiled.TryAdd((pattern, whole), regex);
        return regex;
    }
}
