namespace Trawl.Steps.Values;

/// <summary>How a value is written.</summary>
internal enum ValueKind : byte
{
    Null,
    Text,
    Integer,
    Decimal,
    Boolean,
    Json,
}
