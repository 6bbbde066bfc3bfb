using System.Text;
using System.Text.Json;

namespace Trawl.Html.Json;

/// <summary>A value in a filter: an element of the document, a computed number, or "Nothing".</summary>
internal readonly struct JsonValue
{
    private readonly JsonElement _element;
    private readonly double _number;
    private readonly bool _computed;

    public JsonValue(JsonElement element) => _element = element;

    public JsonValue(double number) => (_number, _computed) = (number, true);

    private JsonValueKind Kind => _computed ? JsonValueKind.Number : _element.ValueKind;

    public bool TryGetString(out string text)
    {
        text = Kind == JsonValueKind.String ? JsonText.Of(_element) : "";
        return Kind == JsonValueKind.String;
    }

    /// <summary>The length of a string in Unicode scalar values, of an array or of an object; otherwise "Nothing".</summary>
    public JsonValue Length() => Kind switch
    {
        JsonValueKind.String => new JsonValue(Scalars(JsonText.Of(_element))),
        JsonValueKind.Array => new JsonValue(_element.GetArrayLength()),
        JsonValueKind.Object => new JsonValue(_element.GetPropertyCount()),
        _ => default,
    };

    public static bool Same(JsonValue a, JsonValue b)
    {
        if (a.Kind == JsonValueKind.Number && b.Kind == JsonValueKind.Number) return a.Number() == b.Number();
        if (a.Kind != b.Kind) return false;
        if (a.Kind == JsonValueKind.Undefined) return true;
        return JsonText.Same(a._element, b._element);
    }

    public static bool IsLess(JsonValue a, JsonValue b)
    {
        if (a.Kind == JsonValueKind.Number && b.Kind == JsonValueKind.Number) return a.Number() < b.Number();
        return a.TryGetString(out var x) && b.TryGetString(out var y) && CompareScalars(x, y) < 0;
    }

    private double Number() => _computed ? _number : _element.TryGetDouble(out var number) ? number : double.NaN;

    private static int Scalars(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes()) count++;
        return count;
    }

    // Ordinal comparison of UTF-16 puts U+FFFD before U+10000; the RFC compares scalar values.
    private static int CompareScalars(string a, string b)
    {
        var (x, y) = (a.EnumerateRunes(), b.EnumerateRunes());
        while (true)
        {
            var (moreX, moreY) = (x.MoveNext(), y.MoveNext());
            if (!moreX || !moreY) return moreX.CompareTo(moreY);
            var order = x.Current.CompareTo(y.Current);
            if (order != 0) return order;
        }
    }
}
