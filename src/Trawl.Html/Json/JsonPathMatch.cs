using System.Text.Json;

namespace Trawl.Html.Json;

/// <summary>One node a query selected: its value and where it stands.</summary>
public readonly struct JsonPathMatch
{
    private readonly PathStep? _path;

    internal JsonPathMatch(JsonElement value, PathStep? path) => (Value, _path) = (value, path);

    /// <summary>The selected value; alive as long as the <see cref="JsonDocument"/> it belongs to.</summary>
    public JsonElement Value { get; }

    /// <summary>The normalised path (RFC 9535, section 2.7), such as <c>$['items'][0]</c>; built on each call.</summary>
    public string NormalizedPath => PathStep.Render(_path);
}
