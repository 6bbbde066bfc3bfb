namespace Trawl.Storage.Reading;

/// <summary>Is shown records one after the other.</summary>
/// <param name="type">The record's type.</param>
/// <param name="payload">The record, a JSON object in UTF-8; valid during the call.</param>
/// <param name="isValid">Whether it is in the dataset; false for one that was set aside.</param>
public delegate void RecordVisitor(string type, ReadOnlySpan<byte> payload, bool isValid);
