using System.Diagnostics;
using Trawl.Demo;
using Trawl.EndToEnd.Tests.Egress;
using Trawl.EndToEnd.Tests.Support;

namespace Trawl.EndToEnd.Tests.Crashes;

/// <summary>A disk that is full in the middle of a run: it ends with a word, and goes on when there is room.</summary>
public sealed class DiskFullTests : IAsyncLifetime
{
    private readonly Scratch _scratch = new();
    private DemoShop _shop = null!;

    private string Home => Path.Combine(Disk, "home");

    private string Disk => _scratch.PathOf("disk");

    public async Task InitializeAsync()
    {
        _shop = await DemoShop.StartAsync(new DemoShopOptions { Products = 200, Articles = 10 });
        await File.WriteAllTextAsync(_scratch.PathOf("shop.yaml"), DemoShop.Pipeline);
        Directory.CreateDirectory(Disk);
    }

    public async Task DisposeAsync()
    {
        await _shop.DisposeAsync();
        Sh($"umount '{Disk}' 2>/dev/null || true");
        _scratch.Dispose();
    }

    [RootFact]
    public void TheRunEndsWithAWord_TheArchiveIsValid_AndNothingIsLost()
    {
        using var clean = Run(_scratch.PathOf("clean"));
        Assert.True(clean.ExitCode == 0, clean.Talk);
        Sh($"mount -t tmpfs -o size=2500k tmpfs '{Disk}'");

        using var full = Run(Home);
        Assert.True(full.ExitCode is not 0 and not 137, $"exit code {full.ExitCode}: {full.Talk}");
        Assert.Matches("(?i)no space|full", full.Out + full.Talk);
        var books = new RunBooks(Home);
        var audit = new CaptureAudit(books);
        audit.Check();
        Assert.Empty(audit.Faults);
        Assert.NotEmpty(books.NotFinal());

        Sh($"mount -o remount,size=256m '{Disk}'");
        using var resumed = Run(Home);
        Assert.True(resumed.ExitCode == 0, resumed.Talk);
        audit.Check();
        Assert.Empty(audit.Faults);
        Assert.Equal(Dataset(_scratch.PathOf("clean")), Dataset(Home));
        Assert.Empty(books.NotFinal());
        Assert.Empty(books.WrongCounters());
    }

    private TrawlProcess Run(string home) => TrawlProcess.Run(
        ["run", _scratch.PathOf("shop.yaml"), "--home", home, "--key", "full", "--json", "--set", $"site={_shop.BaseUrl}"],
        environment: ("TRAWL_MIN_FREE_DISK", "0"));

    private static string Dataset(string home) => File.ReadAllText(Path.Combine(new RunBooks(home).Folder, "datasets", "product.jsonl"));

    private static void Sh(string command)
    {
        using var shell = Process.Start("sh", ["-c", command]);
        shell.WaitForExit();
        Assert.True(shell.ExitCode == 0, $"\"{command}\" answered {shell.ExitCode}");
    }
}
