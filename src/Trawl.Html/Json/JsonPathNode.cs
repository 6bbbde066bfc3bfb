using System.Text.Json;

namespace Trawl.Html.Json;

/// <summary>A value inside the queried document, with the way to it when paths were asked for.</summary>
internal readonly record struct JsonPathNode(JsonElement Value, PathStep? Path);
