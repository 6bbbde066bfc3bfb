using Trawl.Drift.Profiles;
using Trawl.Model.Plans;

namespace Trawl.Drift.Building;

/// <summary>
/// Makes a run's profile of its requests and records, one after the other: what it keeps depends on the number of
/// fields alone.
/// </summary>
public sealed class ProfileBuilder
{
    private readonly PipelinePlan _plan;
    private readonly Dictionary<string, RecordCounter> _records;
    private readonly Dictionary<string, long> _outcomes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _pages;
    private long _allPages;
    private long _withoutRule;

    /// <summary>A builder for a run of a plan.</summary>
    public ProfileBuilder(PipelinePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _plan = plan;
        _records = plan.Records.ToDictionary(r => r.Name, r => new RecordCounter(r), StringComparer.Ordinal);
        _pages = plan.Pages.ToDictionary(p => p.Name, _ => 0L, StringComparer.Ordinal);
    }

    /// <summary>Adds a record that is in the dataset, or was set aside.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="payload">The record, a JSON object in UTF-8.</param>
    /// <param name="isValid">Whether it is in the dataset.</param>
    public void AddRecord(string type, ReadOnlySpan<byte> payload, bool isValid)
    {
        if (_records.TryGetValue(type, out var counter)) counter.Add(payload, isValid);
    }

    /// <summary>Adds records of which only the number is known.</summary>
    public void AddDropped(string type, long count)
    {
        if (_records.TryGetValue(type, out var counter)) counter.AddDropped(count);
    }

    /// <summary>Adds processed pages that the same rules fit.</summary>
    /// <param name="rules">Names of the rules, separated by commas; empty for none.</param>
    /// <param name="count">How many pages.</param>
    public void AddPages(string rules, long count)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _allPages += count;
        if (rules.Length == 0) _withoutRule += count;
        foreach (var rule in rules.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            _pages[rule] = _pages.GetValueOrDefault(rule) + count;
        }
    }

    /// <summary>Adds fetched requests that ended alike.</summary>
    /// <param name="status">The HTTP status; 0 when there was no answer, or none that could be used.</param>
    /// <param name="count">How many.</param>
    public void AddOutcomes(int status, long count)
    {
        var outcome = status is >= 200 and < 600 ? $"{(char)('0' + (status / 100))}xx" : "error";
        _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + count;
    }

    /// <summary>The profile of what was added.</summary>
    public RunProfile Build(string runId) => new()
    {
        RunId = runId,
        Extent = PlanNames.Extent(_plan),
        Outcomes = _outcomes,
        Pages = _pages,
        PagesWithoutRule = _withoutRule,
        AllPages = _allPages,
        Records = _records.ToDictionary(r => r.Key, r => r.Value.Build(), StringComparer.Ordinal),
    };
}
