namespace Trawl.Api.Drift;

/// <summary>What the records of one type looked like.</summary>
/// <param name="Kept">Records in the dataset.</param>
/// <param name="Invalid">Invalid records, set aside or dropped.</param>
/// <param name="Fields">Fields by path, such as <c>offers.price</c>.</param>
public sealed record DriftRecord(long Kept, long Invalid, IReadOnlyDictionary<string, DriftField> Fields);
