using System.Globalization;

namespace Trawl.Pipelines.Authoring;

/// <summary>Says how a run is compared with earlier ones; what is not said is as in <see cref="Model.Plans.DriftPlan"/>.</summary>
public sealed class DriftBuilder
{
    private readonly Draft _draft;

    internal DriftBuilder(Draft draft) => _draft = draft;

    /// <summary>Earlier completed runs to compare with, 1 to 50.</summary>
    public DriftBuilder Runs(int count) => Set("runs", count);

    /// <summary>Values, records or pages below which nothing is judged.</summary>
    public DriftBuilder Least(int count) => Set("least", count);

    /// <summary>Smallest change of a share that counts, in per cent of all, 1 to 100.</summary>
    public DriftBuilder Change(int percent) => Set("change", percent);

    /// <summary>Does not judge these: <c>product</c> (a record type with its fields), <c>product.price</c> (a field).</summary>
    public DriftBuilder Ignore(params string[] subjects)
    {
        _draft.Add("ignore", subjects);
        return this;
    }

    /// <summary>Does not compare with runs accepted before this: what changed then was meant.</summary>
    public DriftBuilder Since(DateTimeOffset moment)
    {
        _draft.Set("since", moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        return this;
    }

    private DriftBuilder Set(string key, int value)
    {
        _draft.Set(key, value);
        return this;
    }
}
