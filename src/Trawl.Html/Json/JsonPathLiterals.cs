using System.Text.Json.Serialization;

namespace Trawl.Html.Json;

/// <summary>Turns the string literals of a query into elements.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class JsonPathLiterals : JsonSerializerContext;
