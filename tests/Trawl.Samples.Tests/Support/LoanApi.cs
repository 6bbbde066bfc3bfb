using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Trawl.Samples.Tests.Support;

/// <summary>A JSON API whose list comes in parts of three, each with an opaque cursor to the next.</summary>
internal sealed class LoanApi : IAsyncDisposable
{
    public const int Loans = 10;
    private const int Part = 3;
    private readonly WebApplication _app;

    private LoanApi(WebApplication app) => _app = app;

    public string BaseUrl => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<LoanApi> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync();
        return new LoanApi(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>Characters that a URL must not hold as they are: the template has to encode them.</summary>
    private static string CursorOf(int index) => $"after #{index} & on";

    private static async Task AnswerAsync(HttpContext context)
    {
        var after = context.Request.Query["after"].ToString();
        var first = Enumerable.Range(0, Loans).FirstOrDefault(i => CursorOf(i) == after, after.Length == 0 ? 0 : -1);
        if (context.Request.Path != "/loans" || first < 0)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var next = first + Part;
        await context.Response.WriteAsJsonAsync(new
        {
            loans = Enumerable.Range(first, Math.Min(Part, Loans - first)).Select(id => new
            {
                id,
                book = new { title = $"Book {id}" },
                due = $"2026-01-{id + 1:00}",
                fine = id % 2 == 0 ? 0.25m : (decimal?)null,
            }),
            page = new { cursor = next < Loans ? CursorOf(next) : null },
        });
    }
}
