namespace Trawl.Steps.Probing;

/// <summary>How unlike two names are: what a redesign makes of a name is mostly the name with something added or changed.</summary>
internal static class NameDistance
{
    /// <summary>No likeness worth a word.</summary>
    public const int Far = 1000;

    private const int LongestLooked = 64;

    /// <summary>Small for names that are alike; <see cref="Far"/> for those that are not.</summary>
    public static int Of(string one, string other)
    {
        if (one.Length > LongestLooked || other.Length > LongestLooked) return Far;
        var (a, b) = (one.ToLowerInvariant(), other.ToLowerInvariant());
        if (a == b) return 0;
        var (shorter, longer) = a.Length < b.Length ? (a, b) : (b, a);
        if (shorter.Length >= 3 && longer.Contains(shorter, StringComparison.Ordinal)) return 1 + ((longer.Length - shorter.Length) / 4);
        if (SharesWord(a, b)) return 3;
        var edits = Edits(a, b);
        return edits <= Math.Max(1, (longer.Length + 1) / 3) ? edits + 1 : Far;
    }

    private static bool SharesWord(string one, string other) =>
        one.Split('-', '_').Any(word => word.Length >= 4 && other.Split('-', '_').Contains(word));

    /// <summary>Levenshtein's distance.</summary>
    private static int Edits(string one, string other)
    {
        var row = new int[other.Length + 1];
        for (var j = 0; j < row.Length; j++) row[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.Length; j++)
            {
                var change = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
