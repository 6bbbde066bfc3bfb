using Trawl.Sdk;
using Trawl.Sdk.Records;

namespace Step.CSharp;

// region: transform
/// <summary>Counts the words of a text and makes a slug of it; a record without the text is left out.</summary>
internal sealed class SlugTransform(PluginContext context) : IRecordTransform
{
    private readonly string _field = context.Settings.Text("field")!;

    public ValueTask TransformAsync(PluginRecord record)
    {
        if (record.Text(_field) is not { } text)
        {
            record.Drop($"It has no {_field}.");
            return default;
        }

        var words = text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        record["slug"] = string.Join('-', words.Select(Letters).Where(word => word.Length > 0));
        record["words"] = words.Length;
        return default;
    }

    private static string Letters(string word) => string.Concat(word.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
// endregion
