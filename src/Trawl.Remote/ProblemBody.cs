using Trawl.Api.Errors;
using Trawl.Api.Pipelines;

namespace Trawl.Remote;

/// <summary>What of a problem (RFC 9457) a caller needs.</summary>
internal sealed record ProblemBody
{
    private const string Prefix = "urn:trawl:problem:";

    public string? Type { get; init; }

    public string? Detail { get; init; }

    public string? WayOut { get; init; }

    public IReadOnlyList<PipelineDiagnostic>? Diagnostics { get; init; }

    /// <summary>The refusal, as the server's own client gave it; null when this is no problem of a Trawl server.</summary>
    public ApiError? ToError() => Type?.StartsWith(Prefix, StringComparison.Ordinal) == true && Detail is not null
        ? new ApiError(Kind(Type[Prefix.Length..]), Detail, WayOut) { Diagnostics = Diagnostics ?? [] }
        : null;

    private static ApiErrorKind Kind(string name) => name switch
    {
        "not-found" => ApiErrorKind.NotFound,
        "invalid-pipeline" => ApiErrorKind.InvalidPipeline,
        "conflict" or "precondition-failed" => ApiErrorKind.Conflict,
        "unavailable" or "too-many-requests" => ApiErrorKind.Unavailable,
        "store-failed" => ApiErrorKind.StoreFailed,
        "internal" => ApiErrorKind.Internal,
        _ => ApiErrorKind.InvalidRequest,
    };
}
