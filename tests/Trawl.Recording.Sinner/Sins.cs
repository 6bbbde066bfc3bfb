using System.Text;
using Trawl.Engine.Seams.Pages;

namespace Trawl.Recording.Sinner;

/// <summary>What a step must not do: each by its name.</summary>
internal static class Sins
{
    private static int s_arrivals;

    public static Func<FetchedPage, ValueTask<string>> Of(string name) => name switch
    {
        "none" => page => new(page.Url.Href),
        "clock" => _ => new(DateTimeOffset.UtcNow.Ticks.ToString()),
        "guid" => _ => new(Guid.NewGuid().ToString()),
        "chance" => _ => new(Random.Shared.NextInt64().ToString()),
        "culture" => _ => new($"{1234.5:N2}"),
        "zone" => _ => new(DateTimeOffset.UnixEpoch.ToLocalTime().ToString("O")),
        "hash" => page => new(string.Join(' ', Words(page).OrderBy(word => word.GetHashCode()))),
        "race" => _ => ArrivalAsync(),
        "environment" => _ => new(Environment.GetEnvironmentVariable("SIN") ?? ""),
        "host" => _ => new(Environment.MachineName),
        "request" => _ => AskAsync(),
        _ => throw new ArgumentException($"There is no sin \"{name}\".", nameof(name)),
    };

    private static string[] Words(FetchedPage page) => Encoding.UTF8.GetString(page.Response.Body.Span).Split(' ');

    /// <summary>Which came first.</summary>
    private static async ValueTask<string> ArrivalAsync()
    {
        await Task.Delay(Random.Shared.Next(8));
        return Interlocked.Increment(ref s_arrivals).ToString();
    }

    /// <summary>Past the fetcher, and so past the recording.</summary>
    private static async ValueTask<string> AskAsync()
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(new Uri(Environment.GetEnvironmentVariable("SIN")!));
    }
}
