using System.Text;
using Trawl.Demo.Scripted;
using Trawl.Engine.Seams.Fetching;
using Trawl.Engine.Seams.Rendering;
using Trawl.Fetch.Egress;
using Trawl.Model.Plans;
using Trawl.Web.Urls;

namespace Trawl.Browser.Tests.Support;

/// <summary>A shop of scripts and one browser to look at it.</summary>
public sealed class OpenedShop : IAsyncLifetime
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _stop = new(TimeSpan.FromMinutes(5));

    public ScriptShop Shop { get; private set; } = null!;

    public ChromiumRenderer Renderer { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Shop = await ScriptShop.StartAsync();
        Renderer = Open();
    }

    public async Task DisposeAsync()
    {
        Renderer.Dispose();
        await Shop.DisposeAsync();
        _stop.Dispose();
    }

    /// <summary>Another browser for the same shop.</summary>
    public ChromiumRenderer Open(int pages = 4) => new(new BrowserOptions
    {
        Executable = InstalledChromium.Find(null) ?? throw new InvalidOperationException("Chromium is missing: run eng/install.sh"),
        Egress = EgressRules.Of(new PipelinePlan
        {
            Name = "test",
            Start = [new StartUrl(Shop.BaseUrl + "/")],
            Egress = new EgressPlan { Allow = [Shop.PartnerHost] },
        }),
        UserAgent = "Trawl/test",
        Pages = pages,
    });

    public Task<RenderedPage> RenderAsync(string path, RenderPlan? plan = null) => RenderAsync(Renderer, path, plan);

    /// <summary>A page as the fetcher would hand it over.</summary>
    public async Task<RenderedPage> RenderAsync(ChromiumRenderer renderer, string path, RenderPlan? plan = null)
    {
        var site = new ScriptShopDocument(Shop.BaseUrl + path);
        return await renderer.RenderAsync(
            new RenderRequest
            {
                Url = site.Url,
                Document = await site.FetchAsync(_stop.Token),
                Headers = [new FetchHeader("Content-Type", "text/html; charset=utf-8")],
                Plan = plan ?? new RenderPlan(),
            },
            _stop.Token).AsTask().WaitAsync(s_patience);
    }

    /// <summary>A page's HTML; fails with what was said where there is none.</summary>
    public async Task<string> HtmlAsync(string path, RenderPlan? plan = null)
    {
        var page = await RenderAsync(path, plan);
        Assert.True(page.Error is null, page.Error?.Message);
        return Encoding.UTF8.GetString(page.Html.Span);
    }

    private sealed class ScriptShopDocument(string url)
    {
        private static readonly HttpClient s_client = new();

        public string Url { get; } = WebUrl.Parse(url).Href;

        public async Task<byte[]> FetchAsync(CancellationToken cancellationToken) =>
            await s_client.GetByteArrayAsync(new Uri(Url), cancellationToken);
    }
}
