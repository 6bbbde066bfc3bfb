using Trawl.Model.Records;

namespace Trawl.Storage.Reading;

/// <summary>A record as stored.</summary>
/// <param name="Id">Its id; in the order requests were found, then on the page.</param>
/// <param name="RequestId">The request it came from.</param>
/// <param name="Url">The page it came from.</param>
/// <param name="Ordinal">Its place among the page's records, from 0.</param>
/// <param name="Type">Its type.</param>
/// <param name="Status">
/// What became of it; one that lost a unique value counts as set aside once that was decided.
/// </param>
/// <param name="IsMerged">Whether a record before it has the same key, so that it is not published.</param>
/// <param name="Key">Its key; null when its type has none.</param>
/// <param name="Payload">The record, a JSON object in UTF-8.</param>
/// <param name="Problems">The rules it breaks.</param>
public sealed record RecordRow(
    long Id,
    long RequestId,
    string Url,
    int Ordinal,
    string Type,
    RecordStatus Status,
    bool IsMerged,
    string? Key,
    byte[] Payload,
    IReadOnlyList<RecordProblem> Problems);
