using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using Trawl.Access;
using Trawl.Api.Errors;
using Trawl.Api.Serialization;

namespace Trawl.Server.Answers;

/// <summary>
/// A value as JSON, or the problem why there is none. What was read carries an ETag of its bytes, so that who asks
/// again with If-None-Match gets 304 when nothing changed.
/// </summary>
/// <typeparam name="T">The value's type.</typeparam>
internal sealed class JsonAnswer<T> : IResult, IAnswer, IEndpointMetadataProvider
    where T : class
{
    private JsonAnswer(T? value, Problem? problem) => (Value, Problem) = (value, problem);

    /// <summary>The value; null when there is a problem.</summary>
    public T? Value { get; }

    /// <inheritdoc/>
    public Problem? Problem { get; }

    /// <summary>The status when all is well.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Where what was made can be found; null for nowhere.</summary>
    public string? Location { get; init; }

    /// <summary>The ETag, where the thing has one of its own; null for one of its bytes.</summary>
    public string? Tag { get; init; }

    public static implicit operator JsonAnswer<T>(T value) => new(value, null);

    public static implicit operator JsonAnswer<T>(Problem problem) => new(null, problem);

    public static implicit operator JsonAnswer<T>(AccessProblem problem) => new(null, Problems.Of(problem));

    public static implicit operator JsonAnswer<T>(ApiResult<T> result) =>
        result.TryGet(out var value, out var error) ? new(value, null) : new(null, Problems.Of(error));

    /// <summary>The same, answered as made.</summary>
    public JsonAnswer<T> Created(string location) => new(Value, Problem) { Status = StatusCodes.Status201Created, Location = location };

    /// <summary>The same with an ETag of its own.</summary>
    public JsonAnswer<T> Tagged(string tag) => new(Value, Problem) { Status = Status, Location = Location, Tag = tag };

    /// <summary>The same with another status.</summary>
    public JsonAnswer<T> As(int status) => new(Value, Problem) { Status = status };

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status400BadRequest, typeof(Problem), [Problems.ContentType]));
    }

    public Task ExecuteAsync(HttpContext httpContext) => Problem is not null
        ? Problems.WriteAsync(httpContext, Problem)
        : WriteAsync(httpContext, Value!);

    private async Task WriteAsync(HttpContext http, T value)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, TypeOf());
        var isRead = HttpMethods.IsGet(http.Request.Method);
        if (isRead || Tag is not null)
        {
            var tag = new EntityTagHeaderValue($"\"{Tag ?? Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"");
            http.Response.Headers.ETag = tag.ToString();
            http.Response.Headers.CacheControl = "private, no-cache";
            if (isRead && IsKnown(http, tag))
            {
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        http.Response.StatusCode = Status;
        if (Location is not null)
        {
            http.Response.Headers.Location = Location;
        }

        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private static bool IsKnown(HttpContext http, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(http.Request.Headers.IfNoneMatch, out var known)
        && known.Any(k => k.Compare(tag, useStrongComparison: false) || k.Equals(EntityTagHeaderValue.Any));

    private static JsonTypeInfo<T> TypeOf() =>
        (JsonTypeInfo<T>)(ApiJson.Default.GetTypeInfo(typeof(T)) ?? ServerJson.Default.GetTypeInfo(typeof(T))
            ?? throw new InvalidOperationException($"{typeof(T)} has no JSON form."));
}
