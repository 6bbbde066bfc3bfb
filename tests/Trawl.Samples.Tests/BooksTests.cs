using Books;
using Trawl.Api.Runs;
using Trawl.Demo;
using Trawl.Model.Runs;
using Trawl.Model.Serialization;
using Trawl.Pipelines;
using Trawl.Samples.Tests.Support;
using Trawl.Tests.Shared;

namespace Trawl.Samples.Tests;

/// <summary>The C# sample and its YAML twin, run for real against the demo shop.</summary>
public sealed class BooksTests : IAsyncLifetime
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);
    private readonly Scratch _scratch = new();
    private DemoShop _shop = null!;

    public async Task InitializeAsync() => _shop = await DemoShop.StartAsync();

    public async Task DisposeAsync()
    {
        await _shop.DisposeAsync();
        _scratch.Dispose();
    }

    [Fact]
    public void TheTwinsAreOnePlan()
    {
        var yaml = PipelineCompiler.Compile(File.ReadAllText(Repository.PathOf("samples", "books.yaml")), SampleTests.Source("books.yaml", _shop.BaseUrl));

        Assert.Empty(yaml.Diagnostics);
        Assert.Equal(PlanJson.Hash(yaml.Plan!), PlanJson.Hash(BooksPipeline.For(_shop.BaseUrl).Build()));
    }

    [Fact]
    public async Task TheTwinsCollectTheSame_AndAllOfIt()
    {
        using var cli = Command.StartProject(
            "Trawl.Cli", "trawl.dll", _scratch.PathOf("yaml"), "run", Repository.PathOf("samples", "books.yaml"), "--set", $"site={_shop.BaseUrl}");
        cli.Succeed(s_patience);
        _shop.Hits.Clear();

        var said = await ProgramAsync(_scratch.PathOf("csharp"), _shop.BaseUrl);

        var expected = _shop.Expected.Products.Where(product => product.Breadcrumb[1] == "Notebooks").ToArray();
        var yaml = await Homes.OnlyRunAsync(_scratch.PathOf("yaml"));
        var csharp = await Homes.OnlyRunAsync(_scratch.PathOf("csharp"));
        Assert.True(expected.Length > 20, $"only {expected.Length} notebooks are expected");
        Assert.Contains($"{expected.Length} book{Environment.NewLine}", said);
        Assert.Equal(expected.Length, csharp.Records["book"]);
        Assert.Equal(yaml.PlanHash, csharp.PlanHash);
        Assert.Equal(Homes.Datasets(yaml), Homes.Datasets(csharp));
        Assert.All(expected, product => Assert.Contains($"\"{product.Sku}\"", Homes.Datasets(csharp)["book.jsonl"]));
    }

    [Fact]
    public async Task KilledAndStartedAgainWithItsKey_TheProgramGoesOn()
    {
        var clean = await ProgramAsync(_scratch.PathOf("clean"), _shop.BaseUrl);
        _shop.Hits.Clear();
        using (var killed = Command.StartProject("Books.CSharp", "Books.CSharp.dll", _scratch.PathOf("killed"), _shop.BaseUrl, "monday"))
        {
            Assert.True(SpinWait.SpinUntil(() => _shop.Hits.Total > 12 || killed.HasExited, s_patience), killed.Said);
            killed.Kill();
        }

        var broken = await Homes.OnlyRunAsync(_scratch.PathOf("killed"));
        Assert.True(broken.Run.State == RunState.Running, $"The run was over before it was killed: {clean}");

        await ProgramAsync(_scratch.PathOf("killed"), _shop.BaseUrl, "monday");

        var resumed = await Homes.OnlyRunAsync(_scratch.PathOf("killed"));
        Assert.Equal(RunState.Completed, resumed.Run.State);
        Assert.Equal(Homes.Datasets(await Homes.OnlyRunAsync(_scratch.PathOf("clean"))), Homes.Datasets(resumed));
        // At most what was in flight to the host is fetched again.
        Assert.InRange(_shop.Hits.SuccessesByUrl.Count(url => url.Key != "/robots.txt" && url.Value > 1), 0, 4);
    }

    [Fact]
    public void WithoutASite_TheProgramSaysHowItIsUsed()
    {
        using var program = Command.StartProject("Books.CSharp", "Books.CSharp.dll", _scratch.PathOf("none"));

        Assert.Equal(2, program.End(s_patience));
        Assert.Contains("usage: Books.CSharp SITE [KEY]", program.Said);
    }

    /// <summary>Runs the sample's own entry point in this process and answers what it wrote on stdout.</summary>
    private static async Task<string> ProgramAsync(string home, params string[] arguments)
    {
        var (stdout, text) = (Console.Out, new StringWriter());
        Environment.SetEnvironmentVariable("TRAWL_HOME", home);
        Console.SetOut(text);
        try
        {
            var code = await Task.Run(() => typeof(BooksPipeline).Assembly.EntryPoint!.Invoke(null, [arguments]));
            Assert.Equal(0, code);
            return text.ToString();
        }
        finally
        {
            Console.SetOut(stdout);
            Environment.SetEnvironmentVariable("TRAWL_HOME", null);
        }
    }
}
