using System.Globalization;
using Trawl.Demo;
using Trawl.EndToEnd.Tests.Support;
using Trawl.Tests.Shared;

namespace Trawl.EndToEnd.Tests.Plugins;

/// <summary>A worker in JavaScript does in a run what its twin in C# does: the datasets are equal, byte for byte.</summary>
public sealed class NodeWorkerTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task TheDatasetIsThatOfTheTwinInCSharp()
    {
        await using var shop = await DemoShop.StartAsync(new DemoShopOptions { Products = 60, Articles = 5 });
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

        var csharp = await RunAsync("csharp", Repository.PathOf("artifacts", "bin", "Step.CSharp", configuration), shop.BaseUrl);
        var node = await RunAsync("node", Repository.PathOf("samples", "Step.Node"), shop.BaseUrl);

        var products = System.Text.Encoding.UTF8.GetString(csharp["product.jsonl"]);
        Assert.Contains("\"slug\":\"", products, StringComparison.Ordinal);
        Assert.Equal(csharp.Keys, node.Keys);
        Assert.All(csharp.Keys, file => Assert.True(csharp[file].AsSpan().SequenceEqual(node[file]), file));
    }

    [Fact]
    public void ItsWorkerHasFewerThan200Lines() =>
        Assert.InRange(File.ReadAllLines(Repository.PathOf("samples", "Step.Node", "worker.mjs")).Length, 1, 199);

    private async Task<SortedDictionary<string, byte[]>> RunAsync(string name, string plugin, string site)
    {
        var pipeline = _scratch.PathOf(string.Create(CultureInfo.InvariantCulture, $"{name}.yaml"));
        await File.WriteAllTextAsync(pipeline, DemoShop.Pipeline
            .Replace("${site}", site, StringComparison.Ordinal)
            .Replace("records:\n", $"plugins: {{ slugs: \"{plugin}\" }}\nrecords:\n", StringComparison.Ordinal)
            .Replace("onInvalid: quarantine }", "onInvalid: quarantine, steps: [slugs] }", StringComparison.Ordinal));
        using var trawl = TrawlProcess.Run(["run", pipeline, "--home", _scratch.PathOf(name), "--json"]);
        Assert.True(trawl.ExitCode == 0, trawl.Talk);
        var files = Scratch.Files(Path.Combine(new RunBooks(_scratch.PathOf(name)).Folder, "datasets"));
        // The manifest names the run, and a database says when it was written.
        foreach (var file in files.Keys.Where(file => !file.EndsWith(".jsonl", StringComparison.Ordinal)).ToArray()) files.Remove(file);
        return files;
    }
}
