using Trawl.Web.Urls;

namespace Trawl.Steps.Values;

internal sealed class UrlConverter : IValueConverter
{
    public string Expected => "a URL";

    public bool TryConvert(in RawValue raw, in ConvertContext context, out FieldValue value)
    {
        var found = WebUrl.TryParse(raw.Text, context.Base, out var url);
        value = found ? FieldValue.Text(url!.Href) : default;
        return found;
    }
}
