using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Trawl.Api.Errors;
using Trawl.Server.Answers;

namespace Trawl.Server.Endpoints;

/// <summary>
/// What a caller believes is current (RFC 9110 section 13): whoever changes a thing says which version they read, so that
/// nobody's change is lost.
/// </summary>
internal static class Preconditions
{
    /// <summary>The version of <c>If-Match: "3"</c>, 0 for <c>If-None-Match: *</c>; null when the caller says neither.</summary>
    public static int? Expected(HttpRequest request)
    {
        if (request.Headers.IfNoneMatch.ToString() == "*" && request.Headers.IfMatch.Count == 0)
        {
            return 0;
        }

        return EntityTagHeaderValue.TryParseList(request.Headers.IfMatch, out var tags) && tags is [{ IsWeak: false } tag]
            && int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : null;
    }

    public static Problem Missing { get; } = Problems.Make(
        ProblemKind.PreconditionRequired, "The call does not say which version it changes.",
        "Send the ETag of what you read as If-Match, or \"If-None-Match: *\" for something new.");

    /// <summary>A conflict is here what the caller believed.</summary>
    public static Problem Of(ApiError error) => error.Kind != ApiErrorKind.Conflict
        ? Problems.Of(error)
        : Problems.Make(ProblemKind.PreconditionFailed, error.Message, error.WayOut);

    public static string Tag(int version) => version.ToString(CultureInfo.InvariantCulture);
}
