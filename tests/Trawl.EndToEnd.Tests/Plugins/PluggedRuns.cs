using System.Security.Cryptography;
using Trawl.EndToEnd.Tests.Support;
using Trawl.Tests.Shared;

namespace Trawl.EndToEnd.Tests.Plugins;

/// <summary>
/// Runs of a pipeline in which plugins do everything they can: one gives the requests, one parses the pages, one changes,
/// enriches and checks the records, one takes them. The run that nobody disturbs is made once.
/// </summary>
public sealed class PluggedRuns : IAsyncLifetime
{
    private const int Pages = 48;
    private readonly Scratch _scratch = new();
    private LinesSite _site = null!;

    public string Root => _scratch.Root;

    public IReadOnlyDictionary<string, string> Undisturbed { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _site = await LinesSite.StartAsync(Pages);
        using var clean = TrawlProcess.Run(Begin("clean"));
        Assert.True(clean.ExitCode == 0, clean.Talk);
        Undisturbed = Made("clean");
        // One record a page, of two kinds, and five batches at the sink: what is compared is not nothing.
        Assert.Equal(Pages, new RunBooks(_scratch.PathOf("clean")).Query("SELECT key FROM records WHERE type = 'entry'").Count);
        Assert.Equal(5, Undisturbed.Keys.Count(file => file.StartsWith("sink/", StringComparison.Ordinal)));
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        _scratch.Dispose();
    }

    /// <summary>Arguments that start the run of that name, or go on with it.</summary>
    /// <param name="name">The run.</param>
    /// <param name="trouble">What the steps of records are to do wrong.</param>
    /// <param name="sourceTrouble">What the source is to do wrong.</param>
    public string[] Begin(string name, string trouble = "", string sourceTrouble = "")
    {
        var file = _scratch.PathOf(name + ".yaml");
        File.WriteAllText(file, Pipeline(SinkOf(name), trouble, sourceTrouble));
        return ["run", file, "--home", _scratch.PathOf(name), "--key", "matrix", "--json"];
    }

    /// <summary>The pipeline of that run with another trouble, as a file of its own.</summary>
    public string Changed(string name, string trouble)
    {
        var file = _scratch.PathOf(name + ".changed.yaml");
        File.WriteAllText(file, Pipeline(SinkOf(name), trouble, ""));
        return file;
    }

    /// <summary>Where plugins find a number, if they are granted to ask.</summary>
    public string Rate => _site.BaseUrl + "/rate/7";

    /// <summary>The run's id.</summary>
    public string RunOf(string name) => Path.GetFileName(new RunBooks(_scratch.PathOf(name)).Folder);

    public string HomeOf(string name) => _scratch.PathOf(name);

    /// <summary>How far a run is: pages asked for and batches stored.</summary>
    public int Progress(string name) => _site.Hits + Directory.GetFiles(SinkOf(name), "*.jsonl").Length;

    /// <summary>Digests of all that a run made: its datasets, its sink's batches, and what failed.</summary>
    public IReadOnlyDictionary<string, string> Made(string name)
    {
        var books = new RunBooks(_scratch.PathOf(name));
        var made = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (file, bytes) in Scratch.Files(Path.Combine(books.Folder, "datasets")).Where(file => file.Key != "manifest.json")) made[file] = Digest(bytes);
        foreach (var (file, bytes) in Scratch.Files(SinkOf(name))) made["sink/" + file] = Digest(bytes);
        foreach (var url in books.Query("SELECT url FROM requests WHERE state = 11")) made["failed " + url] = "";
        return made;
    }

    private string SinkOf(string name) => Directory.CreateDirectory(_scratch.PathOf(name + ".sink")).FullName;

    private static string Digest(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes));

    private string Pipeline(string sink, string trouble, string sourceTrouble)
    {
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var trial = Repository.PathOf("artifacts", "bin", "Trawl.Plugins.Trial", configuration);
        var host = new Uri(_site.BaseUrl).Authority;
        return $$"""
            name: plugged
            plugins:
              feed: { use: "{{trial}}", settings: { site: "{{_site.BaseUrl}}", count: {{Pages / 2}}, pace: 20, trouble: "{{sourceTrouble}}" } }
              lines: { use: "{{trial}}", settings: { pace: 10 } }
              tidy: { use: "{{trial}}", settings: { trouble: "{{trouble}}", pace: 10, server: "{{host}}" }, grant: { hosts: ["{{host}}"] } }
              keep: { use: "{{trial}}", settings: { folder: "{{sink}}", pace: 50 }, grant: { files: ["write {{sink}}"] } }
            start:
              - plugin: feed
            scope: { hosts: ["{{host}}"] }
            egress: { allow: ["{{host}}"] }
            fetch: { concurrency: 8, perHost: 8, delay: 0 ms }
            parse: [{ plugin: lines, contentType: text/plain }]
            pages:
              page:
                url: /page/*
                follow: [a]
                extract:
                  entry: { fields: { url: { from: url }, title: h1 } }
                  print: { plugin: tidy }
            records:
              entry: { key: url, steps: [{ transform: tidy }, { enrich: tidy }, { validate: tidy }] }
            outputs:
              - jsonl
              - { plugin: keep, records: [entry], batch: 10 }
            """;
    }
}
