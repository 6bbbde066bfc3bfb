namespace Trawl.Server.Endpoints.Bodies;

/// <summary>What checking the audit journal found.</summary>
/// <param name="IsIntact">Whether every entry is as it was written.</param>
/// <param name="Entries">Good entries up to the first bad one.</param>
/// <param name="Head">Hash of the last good one; note it elsewhere.</param>
/// <param name="BadSequence">The first bad one; null when there is none.</param>
/// <param name="Problem">What is wrong with it.</param>
public sealed record AuditCheck(bool IsIntact, long Entries, string Head, long? BadSequence, string? Problem);
