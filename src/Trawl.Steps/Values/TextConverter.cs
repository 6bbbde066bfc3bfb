namespace Trawl.Steps.Values;

internal sealed class TextConverter : IValueConverter
{
    public string Expected => "a text";

    public bool TryConvert(in RawValue raw, in ConvertContext context, out FieldValue value)
    {
        value = FieldValue.Text(raw.Text);
        return true;
    }
}
