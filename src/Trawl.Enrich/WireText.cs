using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Trawl.Enrich;

/// <summary>How JSON is written here.</summary>
internal static class WireText
{
    /// <summary>No more escapes than JSON asks for.</summary>
    public static JsonSerializerOptions Plain { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>With no character that could be part of a mark around it.</summary>
    public static JsonSerializerOptions Marked { get; } = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
}
