using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Trawl.Api.Errors;
using Trawl.Api.Serialization;
using Microsoft.AspNetCore.Http.Metadata;

namespace Trawl.Server.Answers;

/// <summary>
/// Work that takes its time. Who accepts <c>text/event-stream</c> sees how far it is (<c>progress</c>, the share that is
/// done) and at the end <c>result</c> or <c>problem</c>; anybody else waits for the document. It ends with its caller.
/// </summary>
/// <typeparam name="T">What comes of it.</typeparam>
/// <param name="work">The work: tells the share that is done, 0 to 1, on whatever thread.</param>
internal sealed class WorkAnswer<T>(Func<Action<double>, CancellationToken, Task<ApiResult<T>>> work)
    : IResult, IEndpointMetadataProvider
    where T : class
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(
            StatusCodes.Status200OK, typeof(T), ["application/json", EventWriter.ContentType]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status400BadRequest, typeof(Problem), [Problems.ContentType]));
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        if (EventWriter.IsWanted(httpContext.Request))
        {
            await StreamAsync(httpContext);
            return;
        }

        JsonAnswer<T> answer = await work(static _ => { }, httpContext.RequestAborted);
        await answer.ExecuteAsync(httpContext);
    }

    private async Task StreamAsync(HttpContext http)
    {
        // The newest share alone matters: a slow reader holds nothing up.
        var shares = Channel.CreateBounded<double>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var working = Task.Run(async () =>
        {
            try
            {
                return await work(share => shares.Writer.TryWrite(share), http.RequestAborted);
            }
            finally
            {
                shares.Writer.Complete();
            }
        });
        var events = new EventWriter(http.Response);
        events.Begin();
        await TellAsync(events, shares.Reader, http.RequestAborted);
        var result = await working;
        await (result.TryGet(out var value, out var error)
            ? events.WriteAsync("result", value, (JsonTypeInfo<T>)ApiJson.Default.GetTypeInfo(typeof(T))!, http.RequestAborted)
            : events.WriteAsync("problem", Problems.Of(error), ServerJson.Default.Problem, http.RequestAborted));
    }

    /// <summary>Steps below a hundredth are not worth a packet.</summary>
    private static async Task TellAsync(EventWriter events, ChannelReader<double> shares, CancellationToken aborted)
    {
        var told = 0.0;
        await foreach (var share in shares.ReadAllAsync(aborted))
        {
            if (share - told < 0.01)
            {
                continue;
            }

            told = share;
            await events.WriteAsync("progress", share, ServerJson.Default.Double, aborted);
        }
    }
}
