using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Trawl.Api.Errors;
using Trawl.Api.Pages;

namespace Trawl.Server.Answers;

/// <summary>A picture, or the problem why there is none.</summary>
internal sealed class PictureAnswer(ApiResult<PageScreenshot> result) : IResult, IEndpointMetadataProvider
{
    private const string Png = "image/png";

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(byte[]), [Png]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status404NotFound, typeof(Problem), [Problems.ContentType]));
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (!result.TryGet(out var picture, out var error))
        {
            await Problems.WriteAsync(httpContext, Problems.Of(error));
            return;
        }

        httpContext.Response.ContentType = Png;
        httpContext.Response.ContentLength = picture.Png.Length;
        httpContext.Response.Headers.CacheControl = "private, no-cache";
        await httpContext.Response.Body.WriteAsync(picture.Png, httpContext.RequestAborted);
    }
}
