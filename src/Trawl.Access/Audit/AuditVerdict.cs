namespace Trawl.Access.Audit;

/// <summary>What checking the audit journal found.</summary>
/// <param name="Entries">Entries that are as they were written, up to the first bad one.</param>
/// <param name="Head">Hash of the last good entry; note it elsewhere to notice a journal that was cut or written anew.</param>
/// <param name="BadSequence">The first bad entry; null when all are good.</param>
/// <param name="Problem">What is wrong with it; null when all are good.</param>
public sealed record AuditVerdict(long Entries, string Head, long? BadSequence, string? Problem);
