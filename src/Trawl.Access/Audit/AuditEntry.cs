namespace Trawl.Access.Audit;

/// <summary>One line of the audit journal.</summary>
/// <param name="Sequence">Its number, from 1, without gaps.</param>
/// <param name="At">When, to the millisecond.</param>
/// <param name="Actor">The user who did it; the name that was tried for a sign-in that failed.</param>
/// <param name="Means">How they had proved who they are; empty when they had not.</param>
/// <param name="Action">What was done, such as <c>run.start</c>.</param>
/// <param name="Target">To what.</param>
/// <param name="Outcome"><c>done</c>, <c>refused</c> or <c>failed</c>.</param>
/// <param name="Detail">Why, or how; never a secret.</param>
/// <param name="Correlation">The request's id, as in logs and in the journal of a run.</param>
/// <param name="Hash">SHA-256 over the entry before and this one, lower-case hex.</param>
public sealed record AuditEntry(
    long Sequence,
    DateTimeOffset At,
    string Actor,
    string Means,
    string Action,
    string Target,
    string Outcome,
    string Detail,
    string Correlation,
    string Hash);
