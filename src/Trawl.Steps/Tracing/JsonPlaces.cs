using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Trawl.Steps.Content;

namespace Trawl.Steps.Tracing;

/// <summary>
/// Finds where a JSON value stands. Values know the bytes they were read from, so that the way down to one is a
/// comparison of addresses.
/// </summary>
internal sealed class JsonPlaces(PageView page)
{
    /// <summary>The value's normalised path and its place in the page's text; -1 when it is not in it (structured data).</summary>
    public (string? Path, int Start, int Length) Of(JsonElement value)
    {
        if (page.Json is { } root && Contains(root, value)) return (PathOf(root, value), StartOf(root, value), value.GetRawText().Length);
        foreach (var other in new[] { page.JsonLd, page.Microdata, page.Meta })
        {
            if (other is { } items && Contains(items, value)) return (PathOf(items, value), -1, 0);
        }

        return (null, -1, 0);
    }

    /// <summary>In the text, whose length in UTF-16 differs from that in UTF-8; what stands before the root counts too.</summary>
    private int StartOf(JsonElement root, JsonElement value)
    {
        var before = Raw(root)[..Distance(root, value)];
        var text = page.Text!;
        var lead = 0;
        while (lead < text.Length && text[lead] is ' ' or '\t' or '\r' or '\n') lead++;
        return lead + Encoding.UTF8.GetCharCount(before);
    }

    private static string PathOf(JsonElement root, JsonElement value)
    {
        var path = new StringBuilder("$");
        var at = root;
        while (Raw(at).Length > Raw(value).Length && Step(ref at, value, path))
        {
        }

        return path.ToString();
    }

    private static bool Step(ref JsonElement at, JsonElement value, StringBuilder path)
    {
        if (at.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in at.EnumerateObject())
            {
                if (!Contains(property.Value, value)) continue;
                AppendName(property.Name, path);
                at = property.Value;
                return true;
            }
        }
        else if (at.ValueKind == JsonValueKind.Array)
        {
            var index = 0;
            foreach (var item in at.EnumerateArray())
            {
                if (Contains(item, value))
                {
                    path.Append(CultureInfo.InvariantCulture, $"[{index}]");
                    at = item;
                    return true;
                }

                index++;
            }
        }

        return false;
    }

    // RFC 9535, section 2.7: single quotes, and escapes for what would end or break the name.
    private static void AppendName(string name, StringBuilder path)
    {
        path.Append("['");
        foreach (var c in name)
        {
            if (c is '\'' or '\\') path.Append('\\').Append(c);
            else if (c < ' ') path.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else path.Append(c);
        }

        path.Append("']");
    }

    private static bool Contains(JsonElement outer, JsonElement inner)
    {
        var distance = Distance(outer, inner);
        return distance >= 0 && distance + Raw(inner).Length <= Raw(outer).Length;
    }

    /// <summary>Bytes from the start of one to that of the other; -1 when it starts outside.</summary>
    private static int Distance(JsonElement outer, JsonElement inner)
    {
        ref var first = ref MemoryMarshal.GetReference(Raw(outer));
        ref var second = ref MemoryMarshal.GetReference(Raw(inner));
        var distance = Unsafe.ByteOffset(ref first, ref second);
        return distance >= 0 && distance < Raw(outer).Length ? (int)distance : -1;
    }

    private static ReadOnlySpan<byte> Raw(JsonElement element) => JsonMarshal.GetRawUtf8Value(element);
}
