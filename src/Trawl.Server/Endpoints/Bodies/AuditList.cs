using Trawl.Access.Audit;

namespace Trawl.Server.Endpoints.Bodies;

/// <summary>Some entries of the audit journal, oldest first.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Next">Number behind which the next page begins; null when this is the last.</param>
public sealed record AuditList(IReadOnlyList<AuditEntry> Entries, long? Next);
