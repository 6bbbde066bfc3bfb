namespace Trawl.Steps.Values;

/// <summary>Words for true and false; an attribute that is there and says nothing (<c>checked</c>) is true.</summary>
internal sealed class BooleanConverter(string? attribute) : IValueConverter
{
    private static readonly string[] True = ["true", "yes", "1", "on", "y", "t"];
    private static readonly string[] False = ["false", "no", "0", "off", "n", "f"];

    public string Expected => "true or false (or yes/no, on/off, 1/0)";

    public bool TryConvert(in RawValue raw, in ConvertContext context, out FieldValue value)
    {
        var text = WhiteSpace.Trim(raw.Text.AsSpan());
        var isTrue = Is(text, True) || IsBareAttribute(text);
        var known = isTrue || Is(text, False);
        value = known ? FieldValue.Boolean(isTrue) : default;
        return known;
    }

    private bool IsBareAttribute(ReadOnlySpan<char> text) =>
        attribute is not null && (text.IsEmpty || text.Equals(attribute, StringComparison.OrdinalIgnoreCase));

    private static bool Is(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
