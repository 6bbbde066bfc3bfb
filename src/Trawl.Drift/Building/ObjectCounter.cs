using System.Text.Json;
using Trawl.Drift.Profiles;
using Trawl.Model.Plans;

namespace Trawl.Drift.Building;

/// <summary>Counts the fields of records, or of objects in them.</summary>
internal sealed class ObjectCounter
{
    private readonly FieldCounter[] _fields;

    public ObjectCounter(IReadOnlyList<FieldPlan> fields) => _fields = [.. fields.Select(f => new FieldCounter(f))];

    /// <summary>Reads an object whose start was read, up to its end.</summary>
    public void Add(ref Utf8JsonReader reader)
    {
        foreach (var field in _fields) field.Expect();
        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = Find(ref reader, ref next);
            reader.Read();
            if (field is null) reader.Skip();
            else field.Add(ref reader);
        }
    }

    public void Build(string prefix, Dictionary<string, FieldProfile> into)
    {
        foreach (var field in _fields) field.Build(prefix, into);
    }

    // Records have their fields in plan order: the next one is nearly always the right one.
    private FieldCounter? Find(ref Utf8JsonReader reader, ref int next)
    {
        for (var i = 0; i < _fields.Length; i++)
        {
            var at = (next + i) % _fields.Length;
            if (!reader.ValueTextEquals(_fields[at].Name)) continue;
            next = at + 1;
            return _fields[at];
        }

        return null;
    }
}
