using System.Text.Json;
using Trawl.Drift.Profiles;
using Trawl.Model.Plans;

namespace Trawl.Drift.Building;

/// <summary>Counts the records of one type.</summary>
internal sealed class RecordCounter(RecordType type)
{
    private readonly ObjectCounter _fields = new(type.Fields);
    private long _kept;
    private long _invalid;

    public void Add(ReadOnlySpan<byte> payload, bool isValid)
    {
        if (isValid) _kept++;
        else _invalid++;
        var reader = new Utf8JsonReader(payload);
        if (reader.Read() && reader.TokenType == JsonTokenType.StartObject) _fields.Add(ref reader);
    }

    public void AddDropped(long count) => _invalid += count;

    public RecordProfile Build()
    {
        var fields = new Dictionary<string, FieldProfile>(StringComparer.Ordinal);
        _fields.Build("", fields);
        return new RecordProfile { Kept = _kept, Invalid = _invalid, Fields = fields };
    }
}
