using Trawl.Steps.Numbers;

namespace Trawl.Steps.Values;

internal sealed class DecimalConverter(NumberStyle style) : IValueConverter
{
    public string Expected => "a number of at most 28 digits";

    public bool TryConvert(in RawValue raw, in ConvertContext context, out FieldValue value)
    {
        var found = raw.IsJson
            ? NumberReader.TryReadJson(raw.Text, out var number)
            : NumberReader.TryRead(raw.Text, style, accounting: true, out number);
        value = found ? FieldValue.Decimal(number) : default;
        return found;
    }
}
