namespace Trawl.Web.Headers;

/// <summary>One link of a <c>Link</c> field.</summary>
/// <param name="Target">The text between the angle brackets, to be resolved against the response's URL.</param>
/// <param name="Parameters">The parameters; names in lower case; of two with one name the first.</param>
public sealed record LinkValue(string Target, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>The relation types as written, separated by blanks; null when there is no <c>rel</c>.</summary>
    public string? Rel => Parameters.GetValueOrDefault("rel");

    /// <summary>Whether the link has the relation type, such as <c>next</c>; letter case does not count.</summary>
    public bool HasRel(string type)
    {
        var rel = Rel.AsSpan();
        foreach (var range in rel.SplitAny(" \t\r\n"))
            if (!rel[range].IsEmpty && rel[range].Equals(type, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
