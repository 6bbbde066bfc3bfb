using Trawl.Steps.Dates;

namespace Trawl.Steps.Values;

internal sealed class DateConverter(DateFormats formats) : IValueConverter
{
    public string Expected => "a date in any of the field's formats";

    public bool TryConvert(in RawValue raw, in ConvertContext context, out FieldValue value)
    {
        var found = formats.TryDate(WhiteSpace.Trim(raw.Text), context.Year, out var date);
        value = found ? FieldValue.Moment(MomentText.Date(date), date.Ticks) : default;
        return found;
    }
}
