using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Trawl.Model.Plugins;
using Trawl.Pipelines.Binding;
using Trawl.Pipelines.Syntax;
using Trawl.Pipelines.Values;

namespace Trawl.Pipelines.Plugins;

/// <summary>Writes a plugin's settings as the JSON object that its workers get: typed, in the manifest's order, defaults filled in.</summary>
internal static class PluginSettingsJson
{
    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(PluginManifest manifest, MapNode? settings, string baseDirectory)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, _options))
        {
            json.WriteStartObject();
            foreach (var setting in manifest.Settings)
            {
                json.WritePropertyName(setting.Name);
                Write(json, setting, Texts(setting, settings), baseDirectory);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static IReadOnlyList<string> Texts(PluginSetting setting, MapNode? settings) =>
        settings?[setting.Name] is not null ? settings.Texts(setting.Name) : setting.Default is { } text ? [text] : [];

    private static void Write(Utf8JsonWriter json, PluginSetting setting, IReadOnlyList<string> texts, string baseDirectory)
    {
        if (!setting.Many)
        {
            if (texts.Count == 0) json.WriteNullValue();
            else Write(json, setting.Type, texts[0], baseDirectory);
            return;
        }

        json.WriteStartArray();
        foreach (string text in texts) Write(json, setting.Type, text, baseDirectory);
        json.WriteEndArray();
    }

    /// <summary>A value that is none of its type has been reported, and the plan is not used.</summary>
    private static void Write(Utf8JsonWriter json, PluginSettingType type, string text, string baseDirectory)
    {
        switch (type)
        {
            case PluginSettingType.Integer when long.TryParse(text, CultureInfo.InvariantCulture, out long whole):
                json.WriteNumberValue(whole);
                break;
            case PluginSettingType.Decimal when decimal.TryParse(text, CultureInfo.InvariantCulture, out decimal number):
                json.WriteNumberValue(number);
                break;
            case PluginSettingType.Boolean: json.WriteBooleanValue(text == "true"); break;
            case PluginSettingType.Duration when Duration.TryParse(text, out var time):
                json.WriteNumberValue((long)time.TotalMilliseconds);
                break;
            case PluginSettingType.Size when ByteSize.TryParse(text, out long bytes): json.WriteNumberValue(bytes); break;
            case PluginSettingType.Path when !text.Contains('\0'): json.WriteStringValue(Path.GetFullPath(text, baseDirectory)); break;
            default: json.WriteStringValue(text); break;
        }
    }
}
