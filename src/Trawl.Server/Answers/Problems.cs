using Microsoft.AspNetCore.Http;
using Trawl.Access;
using Trawl.Api.Errors;

namespace Trawl.Server.Answers;

/// <summary>From refusals to problem details.</summary>
internal static class Problems
{
    public const string ContentType = "application/problem+json";

    public static Problem Of(ApiError error) => Make(Kind(error.Kind), error.Message, error.WayOut) with
    {
        Diagnostics = error.Diagnostics.Count > 0 ? error.Diagnostics : null,
    };

    public static Problem Of(AccessProblem problem) => Make(
        problem.Kind switch
        {
            AccessProblemKind.NotFound => ProblemKind.NotFound,
            AccessProblemKind.Conflict => ProblemKind.Conflict,
            _ => ProblemKind.InvalidRequest,
        },
        problem.Message,
        problem.WayOut);

    public static Problem Make(ProblemKind kind, string detail, string? wayOut) => new()
    {
        Type = $"urn:trawl:problem:{kind.Name}",
        Title = kind.Title,
        Status = kind.Status,
        Detail = detail,
        WayOut = wayOut,
    };

    public static async Task WriteAsync(HttpContext http, Problem problem)
    {
        http.Response.StatusCode = problem.Status;
        http.Response.ContentType = ContentType;
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.WriteAsJsonAsync(
            problem with { Instance = http.Request.Path, Correlation = http.TraceIdentifier },
            ServerJson.Default.Problem, ContentType, http.RequestAborted);
    }

    private static ProblemKind Kind(ApiErrorKind kind) => kind switch
    {
        ApiErrorKind.NotFound => ProblemKind.NotFound,
        ApiErrorKind.InvalidPipeline => ProblemKind.InvalidPipeline,
        ApiErrorKind.InvalidRequest => ProblemKind.InvalidRequest,
        ApiErrorKind.Conflict => ProblemKind.Conflict,
        ApiErrorKind.Unavailable => ProblemKind.Unavailable,
        ApiErrorKind.StoreFailed => ProblemKind.StoreFailed,
        _ => ProblemKind.Internal,
    };
}
