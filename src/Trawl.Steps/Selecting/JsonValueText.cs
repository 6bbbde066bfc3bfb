using System.Text.Json;
using Trawl.Steps.Values;

namespace Trawl.Steps.Selecting;

/// <summary>A JSON value as the text that transforms and types work on.</summary>
internal static class JsonValueText
{
    /// <summary>Null for JSON's null. As JSON, a text keeps its quotes.</summary>
    public static RawValue? Of(JsonElement json, bool asJson) => json.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String when !asJson => new RawValue(json.GetString()!),
        JsonValueKind.True => new RawValue("true", true),
        JsonValueKind.False => new RawValue("false", true),
        _ => new RawValue(json.GetRawText(), true),
    };
}
