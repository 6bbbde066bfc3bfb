using System.Text.Json;

namespace Trawl.Steps.Values;

internal sealed class JsonConverter : IValueConverter
{
    public string Expected => "JSON";

    public bool TryConvert(in RawValue raw, in ConvertContext context, out FieldValue value)
    {
        var json = JsonText.Shorten(raw.Text);
        value = json is null ? default : FieldValue.Json(json);
        return json is not null;
    }
}
