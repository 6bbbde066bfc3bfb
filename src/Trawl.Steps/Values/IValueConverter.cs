namespace Trawl.Steps.Values;

/// <summary>Turns the text of a found value into its type.</summary>
internal interface IValueConverter
{
    /// <summary>What the value should be, for messages: "an integer".</summary>
    string Expected { get; }

    bool TryConvert(in RawValue raw, in ConvertContext context, out FieldValue value);
}
