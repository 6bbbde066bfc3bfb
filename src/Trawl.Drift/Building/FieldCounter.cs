using System.Text;
using System.Text.Json;
using Trawl.Drift.Profiles;
using Trawl.Model.Plans;

namespace Trawl.Drift.Building;

/// <summary>Counts the values of one field.</summary>
internal sealed class FieldCounter
{
    private readonly FieldPlan _plan;
    private readonly ObjectCounter? _below;
    private readonly Dictionary<ValueClass, (long Count, string Example)> _classes = [];
    private readonly Dictionary<int, long> _lengths = [];
    private readonly Dictionary<int, long> _sizes = [];
    private readonly FrequentValues _frequent = new();
    private readonly string _reading;
    private long _total;
    private long _present;

    public FieldCounter(FieldPlan plan)
    {
        _plan = plan;
        _reading = PlanNames.Reading(plan);
        _below = plan.Fields.Count > 0 ? new ObjectCounter(plan.Fields) : null;
        Name = Encoding.UTF8.GetBytes(plan.Name);
    }

    public byte[] Name { get; }

    /// <summary>A record that could have a value begins.</summary>
    public void Expect() => _total++;

    /// <summary>Reads the value on which the reader stands.</summary>
    public void Add(ref Utf8JsonReader reader)
    {
        if (_plan.Many && reader.TokenType == JsonTokenType.StartArray) AddList(ref reader);
        else if (AddValue(ref reader)) _present++;
    }

    public void Build(string prefix, Dictionary<string, FieldProfile> into)
    {
        var path = prefix + _plan.Name;
        into[path] = new FieldProfile
        {
            Reading = _reading,
            Total = _total,
            Present = _present,
            Classes = _classes.ToDictionary(c => c.Key, c => new ClassCount(c.Value.Count, c.Value.Example)),
            Lengths = new Histogram(_lengths),
            Sizes = new Histogram(_sizes),
            Common = _frequent.Value,
            CommonCount = _frequent.Count,
        };
        _below?.Build(path + ".", into);
    }

    private void AddList(ref Utf8JsonReader reader)
    {
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (AddValue(ref reader)) count++;
        }

        Count(_lengths, count);
        if (count > 0) _present++;
    }

    /// <summary>Whether there is one.</summary>
    private bool AddValue(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String: return AddText(ref reader);
            case JsonTokenType.Number: return AddNumber(ref reader);
            case JsonTokenType.True or JsonTokenType.False: return Note(ValueClass.Boolean, ref reader);
            case JsonTokenType.StartObject when _below is not null: _below.Add(ref reader); return true;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                reader.Skip();
                return Note(ValueClass.Json, "{…}");
            default: return false;
        }
    }

    private bool AddText(ref Utf8JsonReader reader)
    {
        if (reader.ValueSpan.IsEmpty) return false;
        var text = ValueText.Of(ref reader, out var length);
        if (!_plan.Many) Count(_lengths, length);
        _frequent.Add(reader.ValueSpan, text);
        return Note(ValueShape.Of(text, length), text);
    }

    private bool AddNumber(ref Utf8JsonReader reader)
    {
        Count(_sizes, reader.TryGetDouble(out var number) ? number : 0);
        var isWhole = reader.ValueSpan.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0;
        return Note(isWhole ? ValueClass.Integer : ValueClass.Decimal, ref reader);
    }

    private bool Note(ValueClass kind, ref Utf8JsonReader reader)
    {
        var text = Encoding.UTF8.GetString(reader.ValueSpan);
        if (kind != ValueClass.Boolean) _frequent.Add(reader.ValueSpan, text);
        return Note(kind, text);
    }

    private bool Note(ValueClass kind, ReadOnlySpan<char> text)
    {
        _classes[kind] = _classes.TryGetValue(kind, out var known) ? (known.Count + 1, known.Example) : (1, ValueText.Cut(text));
        return true;
    }

    private static void Count(Dictionary<int, long> into, double magnitude)
    {
        var bucket = Histogram.BucketOf(magnitude);
        into[bucket] = into.GetValueOrDefault(bucket) + 1;
    }
}
