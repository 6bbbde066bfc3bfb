using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Trawl.Steps.Values;

/// <summary>One converted value. Dates and URLs are texts; a date's ticks stand in the number, so that it compares.</summary>
internal readonly struct FieldValue
{
    private readonly string? _text;
    private readonly decimal _number;

    private FieldValue(ValueKind kind, string? text, decimal number) => (Kind, _text, _number) = (kind, text, number);

    public static FieldValue Null => default;

    public ValueKind Kind { get; }

    public bool IsNull => Kind == ValueKind.Null;

    public bool IsEmptyText => Kind == ValueKind.Text && _text!.Length == 0;

    /// <summary>What rules on size compare: the number, or the ticks of a date.</summary>
    public decimal Number => _number;

    public static FieldValue Text(string text) => new(ValueKind.Text, text, 0);

    public static FieldValue Moment(string text, long ticks) => new(ValueKind.Text, text, ticks);

    public static FieldValue Integer(long number) => new(ValueKind.Integer, null, number);

    public static FieldValue Decimal(decimal number) => new(ValueKind.Decimal, null, number);

    public static FieldValue Boolean(bool value) => new(ValueKind.Boolean, null, value ? 1 : 0);

    /// <summary>A JSON value in its shortest writing, known to be valid.</summary>
    public static FieldValue Json(string json) => new(ValueKind.Json, json, 0);

    /// <summary>The value as rules, unique fields and messages see it.</summary>
    public string AsText() => Kind switch
    {
        ValueKind.Text or ValueKind.Json => _text!,
        ValueKind.Boolean => _number != 0 ? "true" : "false",
        ValueKind.Null => "",
        _ => _number.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The value as JSON.</summary>
    public string AsJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, JsonText.Options)) Write(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public void Write(Utf8JsonWriter writer)
    {
        switch (Kind)
        {
            case ValueKind.Text: writer.WriteStringValue(_text); break;
            case ValueKind.Integer: writer.WriteNumberValue((long)_number); break;
            case ValueKind.Decimal: writer.WriteNumberValue(_number); break;
            case ValueKind.Boolean: writer.WriteBooleanValue(_number != 0); break;
            case ValueKind.Json: writer.WriteRawValue(_text!, skipInputValidation: true); break;
            default: writer.WriteNullValue(); break;
        }
    }
}
