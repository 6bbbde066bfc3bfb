namespace Trawl.Drift.Building;

/// <summary>
/// Finds a value that stands in more than a ninth of the records, in one pass and eight places (Misra and Gries,
/// "Finding repeated elements", 1982); its count is too low by at most a ninth.
/// </summary>
internal sealed class FrequentValues
{
    private const int Places = 8;

    private readonly ulong[] _names = new ulong[Places];
    private readonly long[] _counts = new long[Places];
    private readonly string[] _texts = new string[Places];

    public long Count => _counts.Max();

    /// <summary>The most frequent value, cut; null when none is frequent.</summary>
    public string? Value => Count == 0 ? null : _texts[Array.IndexOf(_counts, Count)];

    public void Add(ReadOnlySpan<byte> value, ReadOnlySpan<char> text)
    {
        var name = Name(value);
        var free = -1;
        for (var i = 0; i < Places; i++)
        {
            if (_counts[i] == 0) free = free < 0 ? i : free;
            else if (_names[i] == name)
            {
                _counts[i]++;
                return;
            }
        }

        if (free >= 0) (_names[free], _counts[free], _texts[free]) = (name, 1, ValueText.Cut(text));
        else Forget();
    }

    private void Forget()
    {
        for (var i = 0; i < Places; i++) _counts[i]--;
    }

    // FNV-1a, 64 bits: the same in every process, unlike the framework's own.
    private static ulong Name(ReadOnlySpan<byte> value)
    {
        var hash = 14695981039346656037;
        foreach (var b in value) hash = (hash ^ b) * 1099511628211;
        return hash;
    }
}
