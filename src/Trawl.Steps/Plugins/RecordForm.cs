using System.Buffers;
using System.Text;
using System.Text.Json;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Plans;
using Trawl.Model.Records;
using Trawl.Steps.Rules;
using Trawl.Steps.Values;

namespace Trawl.Steps.Plugins;

/// <summary>
/// The form of a type's records, to which what a plugin wrote is brought: columns in their order, values of their types,
/// nothing undeclared; with key and unique values as they are now.
/// </summary>
internal sealed class RecordForm
{
    private static readonly byte[] s_empty = "{}"u8.ToArray();

    private readonly RecordType _type;
    private readonly Dictionary<string, FieldPlan> _fields;

    private RecordForm(RecordType type)
    {
        _type = type;
        _fields = type.Fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
    }

    public static RecordForm Of(string record, PipelinePlan plan) =>
        new(plan.Records.FirstOrDefault(type => type.Name == record) ?? new RecordType { Name = record, Fields = [] });

    /// <summary>The record to store. What is wrong with it is among its problems; nothing is thrown for it.</summary>
    public NewRecord Build(ReadOnlyMemory<byte> json, IReadOnlyList<RecordProblem> found, string plugin)
    {
        var problems = new ProblemList();
        foreach (var problem in found) problems.Add(problem.Field, problem.Rule, problem.Message);
        using var document = RecordJson.Parse(json);
        if (document is null) problems.Add("", $"plugin:{plugin}", "The plugin's answer is not a JSON object.");
        var (payload, values) = document is null ? (s_empty, []) : Write(document.RootElement, problems, plugin);
        var isDropped = problems.Count > 0 && _type.OnInvalid == InvalidPolicy.Drop;
        return new NewRecord
        {
            Type = _type.Name,
            Status = problems.Count == 0 ? RecordStatus.Kept : isDropped ? RecordStatus.Dropped : RecordStatus.Quarantined,
            Key = isDropped ? null : KeyOf(values),
            Uniques = isDropped ? [] : UniquesOf(document),
            Payload = isDropped ? s_empty : payload,
            Problems = problems.ToJson(),
        };
    }

    private (byte[] Payload, Dictionary<string, string> Values) Write(JsonElement record, ProblemList problems, string plugin)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, JsonText.Options))
        {
            writer.WriteStartObject();
            foreach (var field in _type.Fields) Write(writer, field, record, problems, values);
            writer.WriteEndObject();
        }

        foreach (var field in record.EnumerateObject())
            if (!_fields.ContainsKey(field.Name))
                problems.Add(field.Name, $"plugin:{plugin}", "The plugin's manifest does not declare this field.");
        return (buffer.WrittenSpan.ToArray(), values);
    }

    /// <summary>A field that its rule does not have stays away; one that a plugin is to write is null at least.</summary>
    private void Write(
        Utf8JsonWriter writer, FieldPlan field, JsonElement record, ProblemList problems, Dictionary<string, string> values)
    {
        var isThere = record.TryGetProperty(field.Name, out var value);
        if (!isThere && field.Source != FieldSource.Plugin) return;
        writer.WritePropertyName(field.Name);
        var isNull = !isThere || value.ValueKind == JsonValueKind.Null;
        if (isNull && field.Rules.Required) problems.Add(field.Name, "required", "There is no value.");
        var misfit = isNull ? null : FieldFit.Misfit(field, value);
        if (misfit is not null) problems.Add(field.Name, "type", misfit);
        if (isNull) writer.WriteNullValue();
        else value.WriteTo(writer);
        if (!isNull && _type.Key.Contains(field.Name)) values[field.Name] = Compact(value);
    }

    /// <summary>As for records that no plugin touched: the values as a JSON array, null when all of them are.</summary>
    private string? KeyOf(Dictionary<string, string> values)
    {
        if (_type.Key.Count == 0 || values.Count == 0) return null;
        return "[" + string.Join(',', _type.Key.Select(name => values.GetValueOrDefault(name, "null"))) + "]";
    }

    private List<string> UniquesOf(JsonDocument? document)
    {
        var uniques = new List<string>();
        foreach (var field in _type.Fields.Where(field => field.Rules.Unique))
        {
            if (document is null || !document.RootElement.TryGetProperty(field.Name, out var value)) continue;
            foreach (var single in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value])
                if (single.ValueKind != JsonValueKind.Null) uniques.Add($"{field.Name}={TextOf(single)}");
        }

        return uniques;
    }

    private static string TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static string Compact(JsonElement value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonText.Options)) value.WriteTo(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
