using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using Trawl.Engine.Seams.Fetching;
using Trawl.Fetch.Tests.Servers;

namespace Trawl.Fetch.Tests.Http;

public sealed class TlsTests
{
    private readonly FetcherFixture _fetcher = new(o => o with { TrustedRoots = [TestCertificates.Authority] });

    [Fact]
    public async Task Http2_is_negotiated_over_tls()
    {
        await using var site = await Serve(TestCertificates.Good());

        using var first = await _fetcher.GetAsync(site.Url);
        using var second = await _fetcher.GetAsync(site.Url);

        Assert.Null(first.Error);
        Assert.Equal("HTTP/2", FetcherFixture.Text(first));
        Assert.Equal("127.0.0.1", first.Address);
        Assert.Equal("127.0.0.1", second.Address);
    }

    [Fact]
    public async Task Http2_carries_many_exchanges_at_once()
    {
        await using var site = await Serve(TestCertificates.Good());

        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => _fetcher.GetAsync(site.Url)));

        Assert.All(results, result => Assert.Equal("HTTP/2", FetcherFixture.Text(result)));
        Array.ForEach(results, result => result.Dispose());
    }

    [Fact]
    public async Task Expired_certificate_names_the_day()
    {
        var error = await ErrorOf(TestCertificates.Expired(), _fetcher);

        Assert.Contains("expired on 2020-01-31", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("does not trust", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificate_of_another_host_names_both()
    {
        var error = await ErrorOf(TestCertificates.ForOtherHost(), _fetcher);

        Assert.Contains("is for shop.example and not for \"127.0.0.1\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Self_signed_certificate_is_called_so()
    {
        var error = await ErrorOf(TestCertificates.SelfSigned(), _fetcher);

        Assert.Contains("self-signed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_authority_is_named()
    {
        using var fetcher = new FetcherFixture();

        var error = await ErrorOf(TestCertificates.Good(), fetcher);

        Assert.Contains("issued by \"CN=Test Authority\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_http_on_the_port_is_a_failed_handshake()
    {
        await using var server = new RawServer(connection => connection.SendAsync("HTTP/1.1 400 Bad Request\r\n\r\n"));

        using var result = await _fetcher.GetAsync(server.Url.Replace("http:", "https:", StringComparison.Ordinal));

        Assert.Equal(FetchErrorKind.Tls, result.Error!.Kind);
        Assert.Contains("handshake", result.Error.Message, StringComparison.Ordinal);
    }

    private static Task<Site> Serve(X509Certificate2 certificate) =>
        Site.StartAsync(context => context.Response.WriteAsync(context.Request.Protocol), certificate);

    private static async Task<FetchError> ErrorOf(X509Certificate2 certificate, FetcherFixture fetcher)
    {
        await using var site = await Serve(certificate);
        using var result = await fetcher.GetAsync(site.Url);
        Assert.Equal(FetchErrorKind.Tls, result.Error?.Kind);
        Assert.False(result.Error!.IsTransient);
        return result.Error;
    }
}
