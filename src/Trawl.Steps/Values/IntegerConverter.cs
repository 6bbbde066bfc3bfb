using Trawl.Steps.Numbers;

namespace Trawl.Steps.Values;

internal sealed class IntegerConverter(NumberStyle style) : IValueConverter
{
    public string Expected => "an integer";

    // "(22)" is how pages write counts: parentheses do not make an integer negative.
    public bool TryConvert(in RawValue raw, in ConvertContext context, out FieldValue value)
    {
        var found = raw.IsJson
            ? NumberReader.TryReadJson(raw.Text, out var number)
            : NumberReader.TryRead(raw.Text, style, accounting: false, out number);
        var fits = found && decimal.Truncate(number) == number && number is >= long.MinValue and <= long.MaxValue;
        value = fits ? FieldValue.Integer((long)number) : default;
        return fits;
    }
}
