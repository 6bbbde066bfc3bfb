using System.Text;
using Trawl.Engine.Seams.Fetching;
using Trawl.Fetch.Egress;
using Trawl.Fetch.Http;
using Trawl.Model.Plans;

namespace Trawl.Fetch.Tests;

/// <summary>A fetcher with a temporary folder of its own.</summary>
public sealed class FetcherFixture : IDisposable
{
    private readonly HttpFetcher _fetcher;

    public FetcherFixture(Func<FetcherOptions, FetcherOptions>? change = null)
    {
        var options = new FetcherOptions { Plan = new FetchPlan(), TempFolder = Folder, Egress = Allowing("127.0.0.1") };
        _fetcher = new HttpFetcher(change is null ? options : change(options));
    }

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"trawl-fetch-{Guid.NewGuid():N}");

    public int FilesLeft => Directory.Exists(Folder) ? Directory.GetFiles(Folder).Length : 0;

    /// <summary>The rules of a pipeline that begins elsewhere and allows these.</summary>
    public static EgressRules Allowing(params string[] allow) => EgressRules.Of(new PipelinePlan
    {
        Name = "test",
        Start = [new StartUrl("https://start.example/")],
        Egress = new EgressPlan { Allow = allow },
    });

    public static string Text(FetchResult result) => Encoding.UTF8.GetString(result.Body.Span);

    public Task<FetchResult> GetAsync(string url, CancellationToken cancellationToken = default) =>
        FetchAsync(new FetchRequest { Url = url }, cancellationToken);

    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken = default) =>
        // A bug that hangs must fail the test and not the build.
        _fetcher.FetchAsync(request, cancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(20));

    public void Dispose()
    {
        _fetcher.Dispose();
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }
}
