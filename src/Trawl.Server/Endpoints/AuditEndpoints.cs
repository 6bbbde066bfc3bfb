using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Trawl.Access;
using Trawl.Access.Users;
using Trawl.Server.Answers;
using Trawl.Server.Endpoints.Bodies;

namespace Trawl.Server.Endpoints;

/// <summary>The audit journal.</summary>
internal static class AuditEndpoints
{
    private const int Most = 1_000;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/audit", (long? after, int? limit, AccessControl access) => Read(after ?? 0, limit ?? 100, access))
            .Needs(Right.Administer, "audit.list");
        api.MapGet("/audit/check", (string? head, AccessControl access) => Check(head, access)).Needs(Right.Administer, "audit.check");
    }

    private static JsonAnswer<AuditList> Read(long after, int limit, AccessControl access)
    {
        if (limit is < 1 or > Most)
        {
            return Problems.Make(ProblemKind.InvalidRequest, $"A limit is 1 to {Most}; {limit} is none.", "Ask for fewer, and for the next page.");
        }

        var entries = access.Audit.Read(after, limit + 1);
        return new AuditList([.. entries.Take(limit)], entries.Count > limit ? entries[limit - 1].Sequence : null);
    }

    private static JsonAnswer<AuditCheck> Check(string? head, AccessControl access)
    {
        var verdict = access.Audit.Verify(head);
        return new AuditCheck(verdict.BadSequence is null, verdict.Entries, verdict.Head, verdict.BadSequence, verdict.Problem);
    }
}
