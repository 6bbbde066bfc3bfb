using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;

namespace Trawl.Mcp.Schemas;

/// <summary>JSON schemas (2020-12) of arguments and answers, from their types.</summary>
internal static class ToolSchemas
{
    private static readonly JsonSchemaExporterOptions s_options = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Finish };

    /// <summary>The schema of arguments: names that are not in it are refused.</summary>
    public static JsonElement OfArguments(JsonTypeInfo type)
    {
        var schema = (JsonObject)type.GetJsonSchemaAsNode(s_options);
        schema["additionalProperties"] = false;
        return Element(schema);
    }

    /// <summary>The schema of a structured answer.</summary>
    public static JsonElement OfAnswer(JsonTypeInfo type) => Element(type.GetJsonSchemaAsNode(s_options));

    private static JsonElement Element(JsonNode schema) => JsonSerializer.SerializeToElement(schema, McpJson.Default.JsonNode);

    /// <summary>
    /// What may be absent is never null on the wire, so null is no type here; some clients understand no list of types.
    /// </summary>
    private static JsonNode Finish(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject schema)
        {
            return node is JsonValue ? new JsonObject() : node;
        }

        if (schema["type"] is JsonArray types)
        {
            schema["type"] = types.First(t => (string?)t != "null")!.DeepClone();
        }

        if (schema["enum"] is JsonArray values)
        {
            schema["type"] = "string";
            schema["enum"] = new JsonArray([.. values.Where(v => v is not null).Select(v => v!.DeepClone())]);
        }

        if (schema["required"] is JsonArray required)
        {
            var absent = context.TypeInfo.Properties.Where(MayBeAbsent).Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
            schema["required"] = new JsonArray([.. required.Where(r => !absent.Contains((string)r!)).Select(r => r!.DeepClone())]);
        }

        Describe(schema, context.PropertyInfo);
        return schema;
    }

    /// <summary>What is null is left out, also where a record's constructor asks for it.</summary>
    private static bool MayBeAbsent(JsonPropertyInfo property) =>
        property.IsGetNullable || Nullable.GetUnderlyingType(property.PropertyType) is not null;

    private static void Describe(JsonObject schema, JsonPropertyInfo? property)
    {
        foreach (var attribute in property?.AttributeProvider?.GetCustomAttributes(inherit: false) ?? [])
        {
            switch (attribute)
            {
                case DescriptionAttribute description:
                    schema["description"] = description.Description;
                    break;
                case DefaultValueAttribute { Value: { } value }:
                    schema["default"] = value is int number ? number : value is bool flag ? flag : (JsonNode)value.ToString()!;
                    break;
                case RangeAttribute range:
                    schema["minimum"] = (int)range.Minimum;
                    schema["maximum"] = (int)range.Maximum;
                    break;
            }
        }
    }
}
