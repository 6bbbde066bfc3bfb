using System.Net;
using Trawl.EndToEnd.Tests.Egress;
using Trawl.EndToEnd.Tests.Support;

namespace Trawl.Browser.Tests.Egress;

/// <summary>
/// The real program with the real browser in a network where every address answers: a page whose scripts try every way to
/// every place that it must not reach, and none of them may see as much as a connection.
/// </summary>
public sealed class NoWayOutOfThePageTests : IDisposable
{
    private const string Public = "93.184.215.14";

    private const string Hosts = $"""
        127.0.0.1 localhost a.localhost
        {Public} public.example
        10.1.2.3 inside.example
        169.254.169.254 metadata.example
        127.0.0.1 rebind.example
        """;

    private static readonly string[] s_targets =
    [
        "http://127.0.0.1:8080/", "http://localhost:8080/", "http://10.1.2.3/", "http://169.254.169.254/latest/meta-data/",
        "http://[::1]:8080/", "http://[::ffff:a01:203]/", "http://inside.example/", "http://metadata.example/",
        "http://rebind.example:8080/", "http://public.example:22/", "http://0.0.0.0:8080/", "https://10.1.2.3/",
    ];

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [RootFact]
    public void NoScriptReachesWhatThePipelineMayNot()
    {
        using var network = new LonelyNetwork(Written("hosts", Hosts));
        using var net = new CanaryNet(network, IPAddress.Parse(Public), s_targets);

        var talk = Run(network, "");

        Assert.Empty(net.Canary);
        Assert.True(net.Served.Count(path => path.StartsWith("/go/", StringComparison.Ordinal)) >= s_targets.Length, talk);
        var said = new RunBooks(_scratch.PathOf("home")).Query("SELECT data FROM journal WHERE kind = 50");
        Assert.Contains(said, text => text.Contains("169.254.169.254:80", StringComparison.Ordinal));
        Assert.Contains(said, text => text.Contains("10.1.2.3:443", StringComparison.Ordinal));
    }

    [RootFact]
    public void WhatThePipelineNamesScriptsReachToo()
    {
        using var network = new LonelyNetwork(Written("hosts", Hosts));
        using var net = new CanaryNet(network, IPAddress.Parse(Public), ["http://10.1.2.3/", "http://127.0.0.1:8080/"]);

        Run(network, "egress: { allow: [10.0.0.0/8] }");

        Assert.NotEmpty(net.Canary);
        Assert.All(net.Canary, end => Assert.Matches(@"^\[::ffff:10\.1\.2\.3\]:(80|443)$", end));
    }

    private string Run(LonelyNetwork network, string egress)
    {
        var pipeline = Written("pipeline.yaml", $$"""
            start: http://public.example/
            {{egress}}
            fetch: { delay: 0, retries: 0, timeout: 10 s, contact: tests@trawl.invalid }
            pages:
              all: { render: always, browser: { waitFor: .done, deadline: 60 s }, extract: { page: { fields: { title: h1, done: .done } } } }
            """);
        using var trawl = network.Do(() => TrawlProcess.Run(["run", pipeline, "--home", _scratch.PathOf("home")]));
        Assert.True(trawl.ExitCode == 0, trawl.Talk);
        Assert.Contains("\"done\":\"done\"", File.ReadAllText(
            Path.Combine(new RunBooks(_scratch.PathOf("home")).Folder, "datasets", "page.jsonl")), StringComparison.Ordinal);
        return trawl.Talk;
    }

    private string Written(string name, string text)
    {
        File.WriteAllText(_scratch.PathOf(name), text);
        return _scratch.PathOf(name);
    }
}
