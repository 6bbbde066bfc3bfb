using Trawl.Cli.Tests.Captures;
using Trawl.Cli.Tests.Support;

namespace Trawl.Cli.Tests.Replaying;

/// <summary>A recorded run, replayed by the real executable after its site has gone.</summary>
public sealed class ReplayCommandTests(RecordedShop shop) : IClassFixture<RecordedShop>
{
    [Theory]
    [InlineData("1", "UTC", "C.UTF-8", "1")]
    [InlineData("8", "Pacific/Kiritimati", "tr_TR.UTF-8", "1")]
    [InlineData("64", "America/St_Johns", "de_DE.UTF-8", "0")]
    public async Task Replay_OfAWholeRun_IsTheSame_WhateverIsAroundIt(string concurrency, string zone, string language, string tiered)
    {
        using var exe = Exe.Start(
            shop.Home,
            ["replay", "last", "--check", "--json", "--concurrency", concurrency],
            ("TZ", zone), ("LANG", language), ("LC_ALL", language), ("DOTNET_TieredCompilation", tiered));
        var replay = await exe.EndAsync();

        Assert.True(replay.Code == 0, replay.Data + replay.Talk);
        Assert.Equal("same", replay.Json.GetProperty("verdict").GetString());
        Assert.True(replay.Json.GetProperty("isWhole").GetBoolean());
        Assert.Equal(replay.Json.GetProperty("entries").GetInt64(), replay.Json.GetProperty("same").GetInt64());
        Assert.True(replay.Json.GetProperty("pages").GetInt64() > 30);
    }

    [Fact]
    public async Task Replay_KilledAndDoneAgain_IsTheSame_AndLeavesNothing()
    {
        using (var first = Exe.Start(shop.Home, ["replay", "last"]))
        {
            while (!Directory.Exists(Path.Combine(shop.Home, "scratch")) || !Directory.EnumerateDirectories(Path.Combine(shop.Home, "scratch")).Any())
            {
                await Task.Yield();
            }

            first.Signal("KILL");
            await first.EndAsync();
        }

        var replay = await Exe.RunAsync(shop.Home, "replay", "last");

        Assert.True(replay.Code == 0, replay.Data + replay.Talk);
        Assert.StartsWith("The same:", replay.Data, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(shop.Home, "scratch")));
    }

    [Fact]
    public async Task Replay_OfADamagedCapture_NamesTheFile()
    {
        var file = Path.Combine(shop.CaptureFolder, "00001.warc.gz");
        var whole = await File.ReadAllBytesAsync(file);
        try
        {
            var damaged = whole.ToArray();
            damaged[whole.Length / 2] ^= 0x55;
            await File.WriteAllBytesAsync(file, damaged);
            var replay = await Exe.RunAsync(shop.Home, "replay", "last");

            Assert.Equal(6, replay.Code);
            Assert.Contains("00001.warc.gz", replay.Talk, StringComparison.Ordinal);
        }
        finally
        {
            await File.WriteAllBytesAsync(file, whole);
        }
    }

    [Fact]
    public async Task Replay_OfNoRun_IsWrongUsage() =>
        Assert.Equal(2, (await Exe.RunAsync(shop.Home, "replay", "nobody-20260101-aaaaa")).Code);
}
