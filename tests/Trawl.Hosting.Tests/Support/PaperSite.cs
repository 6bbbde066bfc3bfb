using System.Collections.Concurrent;
using System.Text;
using Trawl.Engine.Seams.Fetching;

namespace Trawl.Hosting.Tests.Support;

/// <summary>A site without sockets: the only leaf that is swapped; everything else is the real thing.</summary>
internal sealed class PaperSite : IFetcher
{
    private readonly ConcurrentDictionary<string, int> _hits = new();
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public PaperSite(bool isOpen = true)
    {
        if (isOpen)
        {
            Open();
        }
    }

    public Dictionary<string, (int Status, string Type, string Text)> Pages { get; } = [];

    public ConcurrentBag<FetchRequest> Seen { get; } = [];

    public IReadOnlyDictionary<string, int> Hits => _hits;

    /// <summary>A site of linked pages below http://paper.test/.</summary>
    public static PaperSite Of(int pages, bool isOpen = true)
    {
        var site = new PaperSite(isOpen);
        var links = string.Concat(Enumerable.Range(1, pages).Select(i => $"<a href=/p/{i}>{i}</a>"));
        site.Pages["/"] = (200, "text/html", $"<title>home</title>{links}<a href=/secret>s</a><a href=/gone>g</a>");
        site.Pages["/robots.txt"] = (200, "text/plain", "User-agent: *\nDisallow: /secret\n");
        for (var i = 1; i <= pages; i++)
        {
            site.Pages[$"/p/{i}"] = (200, "text/html", $"<title>page {i}</title>");
        }

        return site;
    }

    /// <summary>Lets the answers out.</summary>
    public void Open() => _open.TrySetResult();

    public async ValueTask<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
    {
        Seen.Add(request);
        await _open.Task.WaitAsync(cancellationToken);
        var path = new Uri(request.Url).PathAndQuery;
        _hits.AddOrUpdate(path, 1, (_, n) => n + 1);
        var (status, type, text) = Pages.GetValueOrDefault(path, (404, "text/html", "gone"));
        var body = Encoding.UTF8.GetBytes(text);
        return new FetchResult
        {
            Status = status,
            Headers = [new FetchHeader("Content-Type", type)],
            Body = body,
            BodyLength = body.Length,
            Address = "192.0.2.1",
            StartedAt = TimeProvider.System.GetUtcNow(),
        };
    }
}
