using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Trawl.Server.Answers;

/// <summary>Whatever goes wrong below becomes a problem with a correlation, and nothing of the inside leaves.</summary>
internal sealed partial class Faults(ILogger<Faults> log)
{
    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            if (fault is not BadHttpRequestException)
            {
                Failed(fault, http.Request.Method, http.Request.Path, http.TraceIdentifier);
            }

            await Problems.WriteAsync(http, Of(fault));
            return;
        }

        if (http.Response is { StatusCode: >= 400, HasStarted: false, ContentLength: null, ContentType: null })
        {
            await Problems.WriteAsync(http, Plain(http));
        }
    }

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed ({Correlation}).")]
    private partial void Failed(Exception fault, string method, string path, string correlation);

    private static Problem Of(Exception fault) => fault switch
    {
        BadHttpRequestException { InnerException: JsonException json } => Problems.Make(
            ProblemKind.InvalidRequest, $"The body is not the JSON that is expected here: {json.Message}",
            "See the API's description at /api/v1/openapi.json."),
        BadHttpRequestException bad => Problems.Make(ProblemKind.OfStatus(bad.StatusCode), bad.Message, null) with { Status = bad.StatusCode },
        _ => Problems.Make(ProblemKind.Internal, "The call failed by an error inside Trawl.", "Report it with the correlation; the log has the details."),
    };

    private static Problem Plain(HttpContext http)
    {
        var status = http.Response.StatusCode;
        var detail = $"{http.Request.Method} {http.Request.Path} is answered with {status}.";
        return Problems.Make(ProblemKind.OfStatus(status), detail, null) with { Status = status };
    }
}
