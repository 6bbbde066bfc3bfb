using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Trawl.Html.Json;

/// <summary>
/// Strings and names of a document whose author may have escaped half a surrogate pair, which the platform's reader
/// refuses to give: then the text is what stands between the quotes.
/// </summary>
internal static class JsonText
{
    public static string Of(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return text.GetRawText()[1..^1];
        }
    }

    public static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(member));
        }
    }

    public static bool TryGetMember(JsonElement value, string name, out JsonElement member)
    {
        try
        {
            return value.TryGetProperty(name, out member);
        }
        catch (InvalidOperationException)
        {
            member = default;
            foreach (var candidate in value.EnumerateObject())
                if (NameOf(candidate) == name) member = candidate.Value;
            return member.ValueKind != JsonValueKind.Undefined;
        }
    }

    public static bool Same(JsonElement a, JsonElement b)
    {
        try
        {
            return JsonElement.DeepEquals(a, b);
        }
        catch (InvalidOperationException)
        {
            return a.GetRawText() == b.GetRawText();
        }
        catch (InsufficientExecutionStackException)
        {
            return false; // Only a document parsed with a raised depth limit gets here.
        }
    }
}
