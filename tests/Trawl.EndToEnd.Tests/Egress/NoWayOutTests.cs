using System.Net;
using Trawl.EndToEnd.Tests.Support;
using Trawl.Web.Urls;

namespace Trawl.EndToEnd.Tests.Egress;

/// <summary>
/// The real program in a network where every address answers: a hostile page links and redirects to all that a crawler
/// must not reach, and none of it may see a connection.
/// </summary>
public sealed class NoWayOutTests : IDisposable
{
    private const string Public = "93.184.215.14";

    private const string Hosts = $"""
        127.0.0.1 localhost a.localhost
        {Public} public.example
        {Public} robots.example
        {Public} both.example
        10.1.2.3 both.example
        10.1.2.3 inside.example
        169.254.169.254 metadata.example
        127.0.0.1 rebind.example
        ::1 six.example
        ::ffff:10.1.2.3 mapped.example
        64:ff9b::a01:203 translated.example
        """;

    private static readonly string[] s_targets =
    [
        "http://127.0.0.1/", "http://127.0.0.1:8080/", "http://127.1/", "http://2130706433/", "http://0177.0.0.1/a", "http://0x7f000001/b",
        "http://127.0.0.1./c", "http://①②⑦.0.0.1/d", "http://localhost/", "http://a.localhost/",
        "http://0.0.0.0/", "http://0/e", "http://10.1.2.3/", "http://172.16.9.9/", "http://192.168.7.7/", "http://169.254.169.254/latest/meta-data/",
        "http://100.100.100.200/", "http://168.63.129.16/", "http://192.0.0.192/", "http://198.18.0.1/", "http://203.0.113.5/",
        "http://224.0.0.251/", "http://255.255.255.255/", "http://[::1]/", "http://[::]/", "http://[::ffff:127.0.0.1]/", "http://[::ffff:a01:203]/",
        "http://[::127.0.0.1]/", "http://[64:ff9b::7f00:1]/", "http://[64:ff9b:1::a01:203]/", "http://[2002:7f00:1::]/", "http://[2001:0:7f00:1::]/",
        "http://[fd00:ec2::254]/", "http://[fe80::1]/", "http://[fec0::1]/", "http://[ff02::1]/", "http://[2001:db8::1]/", "http://[4000::1]/",
        "http://inside.example/", "http://metadata.example/", "http://rebind.example/", "http://six.example/", "http://mapped.example/",
        "http://translated.example/", "http://public.example:22/", "http://public.example:6379/", "https://10.1.2.3/",
    ];

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [RootFact]
    public void NothingButThePublicSiteSeesAConnection()
    {
        using var network = new LonelyNetwork(Written("hosts", Hosts));
        using var site = new CanarySite(network, IPAddress.Parse(Public), [.. s_targets, "http://robots.example/", "http://localhost./"]);

        var talk = Run(network, "");

        Assert.Empty(site.Canary);
        Assert.True(site.Served > s_targets.Length, $"{site.Served} requests came: {talk}");
        var wanted = s_targets.Select(target => WebUrl.Parse(target).Href).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(wanted, new RunBooks(_scratch.PathOf("home")).FailedWith("TRAWL-FETCH-013").Order(StringComparer.Ordinal));
    }

    [RootFact]
    public void ANameWithAPublicAndAPrivateAddressIsReachedAtThePublicOne()
    {
        using var network = new LonelyNetwork(Written("hosts", Hosts));
        using var site = new CanarySite(network, IPAddress.Parse(Public), ["http://both.example/x"]);

        Run(network, "");

        Assert.Empty(site.Canary);
        Assert.Contains("http://both.example/x", new RunBooks(_scratch.PathOf("home")).Done());
    }

    [RootFact]
    public void WhatThePipelineNamesIsReached()
    {
        using var network = new LonelyNetwork(Written("hosts", Hosts));
        using var site = new CanarySite(network, IPAddress.Parse(Public), s_targets);

        Run(network, "egress: { allow: [10.0.0.0/8, metadata.example] }");

        Assert.NotEmpty(site.Canary);
        Assert.All(site.Canary, end => Assert.Matches(@"^\[::ffff:(10\.1\.2\.3|169\.254\.169\.254)\]:(80|443)$", end));
        Assert.Contains("http://metadata.example/", new RunBooks(_scratch.PathOf("home")).Done());
    }

    [RootFact]
    public void AStarterPageDoesNotFollowARedirectHome()
    {
        using var network = new LonelyNetwork(Written("hosts", Hosts));
        using var site = new CanarySite(network, IPAddress.Parse(Public), ["http://127.0.0.1/"]);

        using var trawl = network.Do(() => TrawlProcess.Run(["init", "http://public.example/go/0"]));

        Assert.NotEqual(0, trawl.ExitCode);
        Assert.Contains("loopback", trawl.Talk, StringComparison.Ordinal);
        Assert.Empty(site.Canary);
    }

    private string Run(LonelyNetwork network, string egress)
    {
        var pipeline = Written("pipeline.yaml", $$"""
            start: http://public.example/
            scope: { hosts: ["*"], depth: 1 }
            {{egress}}
            fetch: { concurrency: 32, perHost: 32, delay: 0, retries: 0, timeout: 10 s, contact: tests@trawl.invalid }
            pages:
              all: { follow: a, extract: { page: { fields: { title: h1 } } } }
            """);
        using var trawl = network.Do(() => TrawlProcess.Run(["run", pipeline, "--home", _scratch.PathOf("home"), "--json"]));
        return trawl.Talk;
    }

    private string Written(string name, string text)
    {
        File.WriteAllText(_scratch.PathOf(name), text);
        return _scratch.PathOf(name);
    }
}
