using Trawl.Model.Drift;

namespace Trawl.Drift.Judging;

/// <summary>What a check found, before it is known since when.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Before">The measure before.</param>
/// <param name="Now">The measure now.</param>
/// <param name="Count">How many were looked at now.</param>
/// <param name="Message">The sentence, with <c>{0}</c> where "since run X" belongs.</param>
internal sealed record Finding(DriftKind Kind, string Subject, double Before, double Now, long Count, string Message);
