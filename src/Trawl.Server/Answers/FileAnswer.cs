using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Trawl.Api.Errors;

namespace Trawl.Server.Answers;

/// <summary>A file made for the caller: written beside the others of the machine, sent, and taken away again.</summary>
/// <param name="name">What the caller may call it.</param>
/// <param name="type">Its media type.</param>
/// <param name="make">Makes it at a path; answers what is in it and how much, which goes into the head, or why not.</param>
internal sealed class FileAnswer(
    string name, string type, Func<string, CancellationToken, Task<ApiResult<IReadOnlyDictionary<string, long>>>> make)
    : IResult, IEndpointMetadataProvider
{
    private const string CountsHeader = "X-Trawl-Counts";

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(byte[]), ["application/octet-stream"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status400BadRequest, typeof(Problem), [Problems.ContentType]));
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var folder = Directory.CreateTempSubdirectory("trawl-");
        try
        {
            var path = Path.Combine(folder.FullName, name);
            if (!(await make(path, httpContext.RequestAborted)).TryGet(out var counts, out var error))
            {
                await Problems.WriteAsync(httpContext, Problems.Of(error));
                return;
            }

            httpContext.Response.ContentType = type;
            httpContext.Response.ContentLength = new FileInfo(path).Length;
            httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
            httpContext.Response.Headers[CountsHeader] = string.Join(',', counts.Select(c => $"{Uri.EscapeDataString(c.Key)}={c.Value}"));
            await httpContext.Response.SendFileAsync(path, httpContext.RequestAborted);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
