namespace Trawl.Api.Lineage;

/// <summary>Asks how a record, or one of its fields, came about.</summary>
public sealed record ExplainRecordRequest
{
    /// <summary>The run.</summary>
    public required string RunId { get; init; }

    /// <summary>
    /// The record's key, several values as a JSON array (<c>["a",1]</c>); or <c>#</c> and the record's number.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>Its type; null when only one type has such a record.</summary>
    public string? Type { get; init; }

    /// <summary>Only this field with those below it: <c>price</c>, <c>offers.price</c>, <c>offers[1].price</c>; null for all.</summary>
    public string? Field { get; init; }
}
