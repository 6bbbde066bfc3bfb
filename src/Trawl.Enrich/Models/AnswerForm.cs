using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Trawl.Model.Plans;

namespace Trawl.Enrich.Models;

/// <summary>The form of an answer: a JSON object with the fields that the step declares.</summary>
internal sealed class AnswerForm
{
    private readonly IReadOnlyList<StepField> _fields;

    public AnswerForm(IReadOnlyList<StepField> fields)
    {
        _fields = fields;
        InWords = Words(fields);
        Format = ChatResponseFormat.ForJsonSchema(JsonSerializer.SerializeToElement(Schema()), "answer");
    }

    /// <summary>As endpoints take it.</summary>
    public ChatResponseFormat Format { get; }

    /// <summary>The same in words, for models that know no schemas.</summary>
    public string InWords { get; }

    /// <summary>The object in what a model said, a code fence around it taken away; null when there is none.</summary>
    public static JsonElement? Read(string text)
    {
        var (begin, end) = (text.IndexOf('{', StringComparison.Ordinal), text.LastIndexOf('}'));
        if (begin < 0 || end < begin) return null;
        try
        {
            return JsonDocument.Parse(text[begin..(end + 1)]).RootElement;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Words(IReadOnlyList<StepField> fields)
    {
        var words = new StringBuilder("Answer with one JSON object and nothing else. Its members, null where nothing is known:");
        foreach (var field in fields)
        {
            words.Append($"\n- {field.Name}: {(field.Many ? "list of " : "")}{NameOf(field.Type)}");
            if (field.Doc is { } doc) words.Append($", {doc}");
        }

        return words.ToString();
    }

    private JsonObject Schema() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(_fields.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)Schema(field)))),
        ["required"] = new JsonArray([.. _fields.Select(field => JsonValue.Create(field.Name))]),
        ["additionalProperties"] = false,
    };

    private static JsonObject Schema(StepField field)
    {
        var isAny = field.Type == FieldType.Json;
        var schema = field.Many
            ? new JsonObject { ["type"] = new JsonArray("array", "null"), ["items"] = isAny ? [] : new JsonObject { ["type"] = TypeOf(field.Type) } }
            : isAny ? [] : new JsonObject { ["type"] = new JsonArray(TypeOf(field.Type), "null") };
        if (field.Doc is { } doc) schema["description"] = doc;
        return schema;
    }

    private static string TypeOf(FieldType type) => type switch
    {
        FieldType.Integer => "integer",
        FieldType.Decimal => "number",
        FieldType.Boolean => "boolean",
        FieldType.Object => "object",
        _ => "string",
    };

    private static string NameOf(FieldType type) => type switch
    {
        FieldType.Date => "date as yyyy-MM-dd",
        FieldType.DateTime => "date and time as RFC 3339 has it",
        FieldType.Url => "absolute URL",
        FieldType.Json => "any JSON",
        _ => TypeOf(type),
    };
}
