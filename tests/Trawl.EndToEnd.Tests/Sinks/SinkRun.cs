using Trawl.Demo;
using Trawl.EndToEnd.Tests.Support;

namespace Trawl.EndToEnd.Tests.Sinks;

/// <summary>
/// A run of the demo shop whose engine died when its files stood and no record was delivered yet. Copies of it are delivered
/// again and again without a page being fetched.
/// </summary>
public abstract class SinkRun : IAsyncLifetime
{
    /// <summary>Small, so that a delivery takes long enough to be killed in the middle of it.</summary>
    internal const int Batch = 2;
    private const int KilledBySignal = 137;
    private readonly Scratch _scratch = new();
    private int _copies;

    internal SinkTarget Target { get; private set; } = null!;

    /// <summary>Keys of all records that must be there at the end.</summary>
    internal IReadOnlyList<string> Expected { get; private set; } = [];

    public virtual async Task InitializeAsync()
    {
        Target = MakeTarget(_scratch.PathOf("target"));
        await using var shop = await DemoShop.StartAsync(new DemoShopOptions { Products = 60, Articles = 5 });
        await File.WriteAllTextAsync(_scratch.PathOf("shop.yaml"), DemoShop.Pipeline
            .Replace("${site}", shop.BaseUrl, StringComparison.Ordinal)
            .Replace("records:\n", $"plugins:\n  target: {Target.Use}\nrecords:\n", StringComparison.Ordinal)
            .Replace("outputs: [jsonl, csv, sqlite]", $"outputs: [jsonl, {{ plugin: target, records: [product, review], batch: {Batch} }}]", StringComparison.Ordinal));
        using var first = TrawlProcess.Run(Arguments("first"), "ManifestWritten:1", Target.Environment);
        Assert.True(first.ExitCode == KilledBySignal, first.Talk);
        File.Delete(_scratch.PathOf("first", "engine.sock"));
        Expected = SinkTarget.Expected(Books("first").Folder);
        Assert.True(Expected.Count > 10 * Batch, $"Only {Expected.Count} records.");
    }

    /// <summary>A copy of the run, nothing of it delivered; its home's name.</summary>
    internal string Copy()
    {
        Target.Clear();
        var name = FormattableString.Invariant($"copy-{++_copies}");
        foreach (var (path, bytes) in Scratch.Files(_scratch.PathOf("first")))
        {
            var file = _scratch.PathOf(name, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }

        return name;
    }

    internal TrawlProcess Start(string home, string? crashAt = null) => TrawlProcess.Start(Arguments(home), crashAt, Target.Environment);

    internal TrawlProcess Resume(string home, string? crashAt = null) => TrawlProcess.Run(Arguments(home), crashAt, Target.Environment);

    /// <summary>What the run says of its sink.</summary>
    internal string Show(string home)
    {
        using var show = TrawlProcess.Run(["show", "last", "--home", _scratch.PathOf(home)]);
        Assert.True(show.ExitCode == 0, show.Talk);
        return show.Out;
    }

    internal RunBooks Books(string home) => new(_scratch.PathOf(home));

    public virtual Task DisposeAsync()
    {
        _scratch.Dispose();
        return Task.CompletedTask;
    }

    private protected abstract SinkTarget MakeTarget(string folder);

    private string[] Arguments(string home) => ["run", _scratch.PathOf("shop.yaml"), "--home", _scratch.PathOf(home), "--key", "sinks", "--json"];
}
