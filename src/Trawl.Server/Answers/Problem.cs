using Trawl.Api.Pipelines;

namespace Trawl.Server.Answers;

/// <summary>Why a call was refused, as <c>application/problem+json</c> (RFC 9457), with members of our own.</summary>
public sealed record Problem
{
    /// <summary><c>urn:trawl:problem:</c> and the kind, such as <c>not-found</c>: what programs look at.</summary>
    public required string Type { get; init; }

    /// <summary>The kind in words.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>What happened.</summary>
    public required string Detail { get; init; }

    /// <summary>What to do about it; null when there is nothing to do.</summary>
    public string? WayOut { get; init; }

    /// <summary>The path that was called.</summary>
    public string? Instance { get; init; }

    /// <summary>The request's id, as in logs and the audit journal.</summary>
    public string? Correlation { get; init; }

    /// <summary>All findings on a pipeline.</summary>
    public IReadOnlyList<PipelineDiagnostic>? Diagnostics { get; init; }
}
