using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Trawl.Sdk;

/// <summary>
/// The settings that the pipeline gives, checked by the engine against the manifest: a required one is there, a default is
/// filled in, types are right.
/// </summary>
public sealed class PluginSettings
{
    private readonly JsonElement _json;
    private readonly IReadOnlyDictionary<string, string> _secrets;

    internal PluginSettings(JsonElement json, IReadOnlyDictionary<string, string> secrets) => (_json, _secrets) = (json, secrets);

    /// <summary>A text, URL or absolute path; null when it was not given and has no default.</summary>
    public string? Text(string name) => Find(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>A list of texts; empty when it was not given.</summary>
    public IReadOnlyList<string> Texts(string name) => Find(name) is { ValueKind: JsonValueKind.Array } list
        ? [.. list.EnumerateArray().Select(item => item.GetString() ?? "")] : [];

    /// <summary>A whole number, or a size in bytes; null when it was not given.</summary>
    public long? Integer(string name) => Find(name) is { ValueKind: JsonValueKind.Number } value ? value.GetInt64() : null;

    /// <summary>A number; null when it was not given.</summary>
    public decimal? Decimal(string name) => Find(name) is { ValueKind: JsonValueKind.Number } value ? value.GetDecimal() : null;

    /// <summary>A switch; false when it was not given.</summary>
    public bool Boolean(string name) => Find(name) is { ValueKind: JsonValueKind.True };

    /// <summary>A time; null when it was not given.</summary>
    public TimeSpan? Duration(string name) => Integer(name) is { } milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;

    /// <summary>The value of the secret that the setting names; null when the setting was not given.</summary>
    /// <exception cref="NotGrantedException">The pipeline does not grant that secret.</exception>
    public string? Secret(string name)
    {
        if (Text(name) is not { } variable) return null;
        return _secrets.TryGetValue(variable, out var value) ? value : throw new NotGrantedException($"the secret \"{variable}\"");
    }

    /// <summary>All settings as an object of the author's own.</summary>
    /// <typeparam name="T">A type with a property for each setting.</typeparam>
    /// <exception cref="JsonException">The type does not fit.</exception>
    public T As<T>(JsonTypeInfo<T> type) => _json.Deserialize(type) ?? throw new JsonException("The settings are null.");

    private JsonElement? Find(string name) =>
        _json.ValueKind == JsonValueKind.Object && _json.TryGetProperty(name, out var value) ? value : null;
}
