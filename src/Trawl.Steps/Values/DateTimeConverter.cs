using Trawl.Steps.Dates;

namespace Trawl.Steps.Values;

internal sealed class DateTimeConverter(DateFormats formats, TimeZoneInfo zone) : IValueConverter
{
    public string Expected => "a date and time in any of the field's formats";

    public bool TryConvert(in RawValue raw, in ConvertContext context, out FieldValue value)
    {
        var found = formats.TryInstant(WhiteSpace.Trim(raw.Text), context.Year, zone, out var utc);
        value = found ? FieldValue.Moment(MomentText.Instant(utc), utc.Ticks) : default;
        return found;
    }
}
