namespace Trawl.Drift.Profiles;

/// <summary>What the values of one field looked like.</summary>
public sealed record FieldProfile
{
    /// <summary>Names type, locale and transforms: values of fields that are read differently are not comparable.</summary>
    public required string Reading { get; init; }

    /// <summary>Records, or objects for a nested field, that could have a value.</summary>
    public long Total { get; init; }

    /// <summary>How many of them have one that is neither null nor empty.</summary>
    public long Present { get; init; }

    /// <summary>What the values look like.</summary>
    public IReadOnlyDictionary<ValueClass, ClassCount> Classes { get; init; } = new Dictionary<ValueClass, ClassCount>();

    /// <summary>Lengths of texts in bytes of UTF-8, or of lists.</summary>
    public Histogram Lengths { get; init; } = Histogram.Empty;

    /// <summary>Magnitudes of numbers.</summary>
    public Histogram Sizes { get; init; } = Histogram.Empty;

    /// <summary>The most frequent value, cut; null when there was none.</summary>
    public string? Common { get; init; }

    /// <summary>How often it occurs at least.</summary>
    public long CommonCount { get; init; }
}
