namespace Trawl.Api.Records;

/// <summary>Some records of a run.</summary>
/// <param name="Records">The records.</param>
/// <param name="Next">Where the next page begins; null when this is the last.</param>
public sealed record RecordPage(IReadOnlyList<RecordInfo> Records, long? Next);
