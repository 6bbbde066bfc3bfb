using Trawl.Web.Urls;

namespace Trawl.Pipelines.Checks;

/// <summary>What can be said of a URL pattern by its literal beginning alone.</summary>
internal static class PatternHead
{
    /// <summary>The URL up to the path of a pattern with a literal host; null for others.</summary>
    public static WebUrl? HostOf(string pattern)
    {
        if (!pattern.StartsWith("http://", StringComparison.Ordinal)
            && !pattern.StartsWith("https://", StringComparison.Ordinal)) return null;
        int slash = pattern.IndexOf('/', pattern.IndexOf("//", StringComparison.Ordinal) + 2);
        string head = slash < 0 ? pattern : pattern[..slash];
        return !head.Contains('*') && WebUrl.TryParse(head + "/", out var url) ? url : null;
    }

    /// <summary>Whether some URL may match both; false only when that is certain.</summary>
    public static bool MayMeet(string a, string b)
    {
        if (!a.StartsWith('/') || !b.StartsWith('/')) return true;
        string headA = Literal(a), headB = Literal(b);
        bool isWholeA = headA.Length == a.Length, isWholeB = headB.Length == b.Length;
        if (isWholeA && isWholeB) return a == b;
        if (isWholeA) return a.StartsWith(headB, StringComparison.Ordinal);
        if (isWholeB) return b.StartsWith(headA, StringComparison.Ordinal);
        return headA.StartsWith(headB, StringComparison.Ordinal) || headB.StartsWith(headA, StringComparison.Ordinal);
    }

    private static string Literal(string pattern)
    {
        int star = pattern.IndexOf('*');
        return star < 0 ? pattern : pattern[..star];
    }
}
