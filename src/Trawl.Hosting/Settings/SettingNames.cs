namespace Trawl.Hosting.Settings;

/// <summary>Finds the name somebody probably meant.</summary>
internal static class SettingNames
{
    /// <summary>A sentence that names the nearest, or else all there are.</summary>
    public static string Suggestion(string name, IEnumerable<string> known)
    {
        var names = known.ToArray();
        return Nearest(name, names) is { } nearest
            ? $"Did you mean \"{nearest}\"?"
            : $"There are {string.Join(", ", names)}.";
    }

    /// <summary>The nearest name within two slips of the keyboard; null when none is that near.</summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        string? best = null;
        var least = 3;
        foreach (var candidate in known)
        {
            var distance = Distance(name, candidate);
            if (distance < least)
            {
                (best, least) = (candidate, distance);
            }
        }

        return best;
    }

    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 2)
        {
            return 3;
        }

        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1;
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + same));
            }
        }

        return row[b.Length];
    }
}
