namespace Trawl.Steps.Rules;

/// <summary>Content types a rule is for: <c>text/html</c>, <c>application/*</c>, <c>*/*</c>.</summary>
internal sealed class ContentTypeMatch(IReadOnlyList<string> patterns)
{
    public bool IsMatch(string essence)
    {
        if (patterns.Count == 0) return true;
        foreach (var pattern in patterns)
        {
            if (Matches(pattern, essence)) return true;
        }

        return false;
    }

    private static bool Matches(string pattern, string essence)
    {
        if (pattern is "*" or "*/*") return true;
        if (!pattern.EndsWith("/*", StringComparison.Ordinal)) return essence.Equals(pattern, StringComparison.OrdinalIgnoreCase);
        return essence.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.OrdinalIgnoreCase);
    }
}
