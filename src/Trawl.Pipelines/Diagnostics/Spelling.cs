namespace Trawl.Pipelines.Diagnostics;

/// <summary>Finds the word that was probably meant.</summary>
internal static class Spelling
{
    private const int MaxLength = 64;

    /// <summary>"Did you mean …?" or, with nothing near, the list of what there is.</summary>
    public static string Suggest(string word, IEnumerable<string> known)
    {
        var words = known.ToList();
        string? nearest = Nearest(word, words);
        if (nearest is not null) return $"Did you mean \"{nearest}\"?";
        return words.Count == 0 ? "Remove it." : $"Known: {string.Join(", ", words)}.";
    }

    /// <summary>The known word within about a third of its length in edits (one to three), or null.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        string? nearest = null;
        int best = int.MaxValue;
        foreach (string candidate in known)
        {
            int allowed = Math.Clamp((candidate.Length + 1) / 3, 1, 3);
            int distance = Distance(word, candidate);
            if (distance > allowed || distance >= best) continue;
            (nearest, best) = (candidate, distance);
        }

        return nearest;
    }

    /// <summary>Damerau-Levenshtein (optimal string alignment), ignoring case.</summary>
    internal static int Distance(string a, string b)
    {
        if (a.Length > MaxLength || b.Length > MaxLength) return int.MaxValue;
        (a, b) = (a.ToLowerInvariant(), b.ToLowerInvariant());
        var rows = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (int j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (int i = 1; i <= a.Length; i++)
            for (int j = 1; j <= b.Length; j++) rows[i, j] = Cheapest(rows, a, b, i, j);
        return rows[a.Length, b.Length];
    }

    private static int Cheapest(int[,] rows, string a, string b, int i, int j)
    {
        int cost = a[i - 1] == b[j - 1] ? 0 : 1;
        int best = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
        bool isSwap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return isSwap ? Math.Min(best, rows[i - 2, j - 2] + 1) : best;
    }
}
