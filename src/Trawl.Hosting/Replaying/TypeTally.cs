using System.Text.Json;
using Trawl.Api.Replaying;
using Trawl.Storage.Reading;

namespace Trawl.Hosting.Replaying;

/// <summary>Counts what became of the records of a type, and keeps some of those that differ.</summary>
internal sealed class TypeTally(string type, int limit)
{
    private readonly Dictionary<string, FieldTally> _fields = new(StringComparer.Ordinal);
    private readonly List<FieldTally> _order = [];
    private long _before, _after, _added, _removed, _changed;

    /// <summary>Counts a record; answers what to show of it, or null.</summary>
    public RecordDiff? Add(RecordPair pair)
    {
        var (before, after) = (Fields(pair.Before), Fields(pair.After));
        _before += pair.Before is null ? 0 : 1;
        _after += pair.After is null ? 0 : 1;
        var changes = new List<FieldDiff>();
        foreach (var name in before.Keys.Union(after.Keys, StringComparer.Ordinal))
        {
            var (old, now) = (before.GetValueOrDefault(name), after.GetValueOrDefault(name));
            Tally(name).Count(old, now, pair is { Before: not null, After: not null });
            if (old != now)
            {
                changes.Add(new FieldDiff(name, old, now));
            }
        }

        return changes.Count > 0 || pair.Before is null || pair.After is null ? Show(pair, changes) : null;
    }

    public TypeDiff Sum() => new(
        type, _before, _after, _added, _removed, _changed, [.. _order.Select(f => f.Of(_before, _after))]);

    private RecordDiff? Show(RecordPair pair, List<FieldDiff> changes)
    {
        var kind = pair.Before is null ? DiffKind.Added : pair.After is null ? DiffKind.Removed : DiffKind.Changed;
        var number = kind switch
        {
            DiffKind.Added => ++_added,
            DiffKind.Removed => ++_removed,
            _ => ++_changed,
        };
        return number > limit ? null : new RecordDiff(type, pair.Key, pair.Url, kind, changes);
    }

    private FieldTally Tally(string name)
    {
        if (!_fields.TryGetValue(name, out var tally))
        {
            _fields[name] = tally = new FieldTally(name);
            _order.Add(tally);
        }

        return tally;
    }

    private static Dictionary<string, string> Fields(string? json)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (json is not null)
        {
            using var document = JsonDocument.Parse(json);
            foreach (var field in document.RootElement.EnumerateObject())
            {
                fields[field.Name] = field.Value.GetRawText();
            }
        }

        return fields;
    }
}
