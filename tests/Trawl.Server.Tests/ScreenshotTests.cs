using System.Net;
using System.Text.Json;
using Trawl.Api.Pages;
using Trawl.Api.Pipelines;
using Trawl.Api.Runs;
using Trawl.Demo;
using Trawl.Remote;

namespace Trawl.Server.Tests;

public sealed class ScreenshotTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task APictureIsSentAsItWasTaken()
    {
        await using var shop = await DemoShop.StartAsync(new DemoShopOptions { Products = 4 }, CancellationToken.None);
        var text = $"name: painted\nstart: {shop.BaseUrl}/\nscope: {{ budget: {{ pages: 1 }} }}\npages:\n  all:\n    url: /**\n    render: always\n"
            + "    browser: { screenshot: viewport }\n    extract:\n      page:\n        fields:\n          url: { from: url }\n";
        var source = new PipelineSource { Text = text, Path = "/remote/painted.yaml" };
        var run = (await fixture.Local.StartRunAsync(new StartRunRequest { Pipeline = source }, CancellationToken.None)).Value.RunId;
        await foreach (var snapshot in fixture.Local.FollowRunAsync(new FollowRunRequest(run), CancellationToken.None))
        {
            Assert.Null(snapshot.Error);
        }

        await using var client = new RemoteTrawlClient(new RemoteOptions { Server = fixture.Server.Address, Token = fixture.TokenOf("viewer") });
        var wish = new ReadScreenshotRequest(run, $"{shop.BaseUrl}/");
        Assert.Equal(PaintedPages.Picture, (await client.ReadScreenshotAsync(wish, CancellationToken.None)).Value.Png);
        Assert.Equal(PaintedPages.Picture, (await fixture.Local.ReadScreenshotAsync(wish, CancellationToken.None)).Value.Png);
        var page = (await client.ShowPageAsync(new ShowPageRequest { RunId = run, Url = wish.Url }, CancellationToken.None)).Value;
        Assert.Equal(PaintedPages.Picture.Length, page.ScreenshotBytes);

        using var http = fixture.As("viewer");
        using var response = await http.GetAsync($"/api/v1/runs/{run}/screenshot?url={Uri.EscapeDataString(wish.Url)}");
        Assert.Equal((HttpStatusCode.OK, "image/png"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task ASecretSettingIsNeverTold()
    {
        using var http = fixture.As("admin");
        var settings = JsonDocument.Parse(await http.GetStringAsync("/api/v1/settings")).RootElement.GetProperty("settings").EnumerateArray().ToArray();
        var secrets = settings.Where(s => s.GetProperty("isSecret").GetBoolean()).ToArray();
        Assert.NotEmpty(secrets);
        Assert.All(secrets, s => Assert.False(s.TryGetProperty("value", out var value) && value.GetString() != "(secret)"));
    }
}
