using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trawl.Pipelines.Language;

/// <summary>Writes the JSON Schema (draft 2020-12) that editors complete and check pipelines with.</summary>
public static class SchemaWriter
{
    private const string Interpolated = "interpolated";

    private static readonly JsonSerializerOptions _options = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        // The schema is read by people too; it is never put into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema as JSON text with LF line ends; the same at every call.</summary>
    public static string Write()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Trawl pipeline",
            ["$ref"] = Reference(PipelineLanguage.Root.Name),
            ["$defs"] = Definitions(),
        };
        return schema.ToJsonString(_options) + "\n";
    }

    private static JsonObject Definitions()
    {
        var catalog = new ShapeCatalog(PipelineLanguage.Root);
        var definitions = new JsonObject
        {
            [Interpolated] = new JsonObject
            {
                ["type"] = "string",
                ["pattern"] = @"\$\{",
                ["description"] = "A value with ${name} or ${env:NAME} in it.",
            },
        };
        foreach (var map in catalog.Maps) definitions[map.Name] = OfMap(map);
        foreach (var scalar in catalog.Scalars) definitions[scalar.Name!] = Described(scalar.Schema(), scalar.Doc);
        return definitions;
    }

    private static JsonObject Of(Shape shape) => shape switch
    {
        MapShape map => Link(map.Name),
        ScalarShape scalar => OfScalar(scalar),
        ListShape list => OfList(list),
        TableShape table => OfTable(table),
        UnionShape union => AnyOf(union.Parts.Select(Of)),
        OpenShape => new JsonObject { ["type"] = "object" },
        _ => throw new InvalidOperationException($"No schema is known for {shape.GetType().Name}."),
    };

    /// <summary>Where a text of any form is accepted, an interpolated one is too.</summary>
    private static JsonObject OfScalar(ScalarShape scalar)
    {
        var own = scalar.Name is { } name ? Link(name) : scalar.Schema();
        var plain = scalar.Schema();
        bool takesAnyText = plain["pattern"] is null && plain["enum"] is null && plain["type"]?.ToJsonString()
            .Contains("string", StringComparison.Ordinal) == true;
        return takesAnyText ? own : AnyOf([own, Link(Interpolated)]);
    }

    private static JsonObject OfList(ListShape list)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = Of(list.Item), ["minItems"] = list.Count ?? 1 };
        if (list.Count is { } count) schema["maxItems"] = count;
        return schema;
    }

    private static JsonObject OfTable(TableShape table)
    {
        var schema =
            new JsonObject { ["type"] = "object", ["minProperties"] = 1, ["additionalProperties"] = Of(table.Value) };
        if (table.Key != Scalars.Text) schema["propertyNames"] = table.Key.Name is { } name ? Link(name)
            : table.Key.Schema();
        return schema;
    }

    private static JsonObject OfMap(MapShape map)
    {
        var properties = new JsonObject();
        foreach (var key in map.Keys) properties[key.Name] = OfKey(key);
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["description"] = map.Doc,
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        if (map.Keys.Any(k => k.Required)) schema["required"] =
            Names(map.Keys.Where(k => k.Required).Select(k => k.Name));
        if (map.OneOf.Count > 0) schema["oneOf"] = OneOf(map);
        if (map.Keys.Any(k => k.OnlyWith.Count > 0)) schema["dependentSchemas"] = Dependents(map);
        return schema;
    }

    private static JsonObject OfKey(Key key)
    {
        var schema = Described(Of(key.Shape), key.Default is null ? key.Doc : $"{key.Doc} Default: {key.Default}.");
        if (key.Example is { } example) schema["examples"] = Names([example]);
        return schema;
    }

    private static JsonArray OneOf(MapShape map)
    {
        var ways = new JsonArray([.. map.OneOf.Select(Required)]);
        if (!map.NeedsOne) ways.Add(
            new JsonObject { ["not"] = new JsonObject { ["anyOf"] = new JsonArray([.. map.OneOf.Select(Required)]) } });
        return ways;
    }

    private static JsonObject Dependents(MapShape map)
    {
        var schemas = new JsonObject();
        foreach (var key in map.Keys.Where(k => k.OnlyWith.Count > 0)) schemas[key.Name] =
            AnyOf(key.OnlyWith.Select(Required));
        return schemas;
    }

    private static JsonObject Required(string key) => new() { ["required"] = Names([key]) };

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(n => JsonValue.Create(n))]);

    private static JsonObject AnyOf(IEnumerable<JsonObject> parts)
    {
        var all = parts.ToArray();
        return all.Length == 1 ? all[0] : new JsonObject { ["anyOf"] = new JsonArray(all) };
    }

    private static JsonObject Described(JsonObject schema, string doc)
    {
        if (doc.Length > 0) schema["description"] = doc;
        return schema;
    }

    private static JsonObject Link(string name) => new() { ["$ref"] = Reference(name) };

    private static string Reference(string name) => "#/$defs/" + name;
}
