using System.Text;
using Trawl.Model.Requests;
using Trawl.Storage.Reading;
using Xunit.Abstractions;

namespace Trawl.Storage.Tests.Crashes;

/// <summary>A real process is killed while it commits; what it had been told is stored must be there, once.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Kills = 20;
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Kill_ManyTimesInTheMiddle_LosesNothingAndDoublesNothing()
    {
        var random = new Random(20260301);
        var acknowledged = new List<long>();
        for (var kill = 0; kill < Kills; kill++)
        {
            var report = await WriterProcess.RunAndKillAsync(_folder["run"], random.Next(1, 150));
            Assert.True(report.Opened, report.Errors);
            acknowledged.AddRange(report.Pages);
            RequireAll(acknowledged);
        }

        output.WriteLine($"{Kills} kills, {acknowledged.Count} acknowledged pages, 0 lost, 0 doubled");
        Assert.NotEmpty(acknowledged);
    }

    [Theory]
    [InlineData("RunAccepted", 1)]
    [InlineData("RecoveryStarted", 1)]
    [InlineData("RecoveryCommitted", 1)]
    [InlineData("CommitBegun", 3)]
    [InlineData("CommitHalfway", 3)]
    [InlineData("CommitReady", 3)]
    [InlineData("CommitDone", 3)]
    public async Task Die_AtEachNamedPoint_TheNextStartGoesOn(string point, int nth)
    {
        var first = await WriterProcess.RunUntilItDiesAsync(_folder["run"], point, nth);
        RequireAll(first.Pages);
        var second = await WriterProcess.RunAndKillAsync(_folder["run"], 5);
        Assert.True(second.Opened, second.Errors);
        Assert.Empty(first.Pages.Intersect(second.Pages));
        RequireAll([.. first.Pages, .. second.Pages]);
    }

    /// <summary>Each acknowledged page is done, and has its children and its record, exactly once.</summary>
    private void RequireAll(List<long> acknowledged)
    {
        Assert.Equal(acknowledged.Count, acknowledged.Distinct().Count());
        Assert.Empty(RunVerifier.Verify(_folder["run"]));
        using var reader = RunReader.Open(_folder["run"]);
        var requests = reader.Requests(new RequestQuery { Limit = int.MaxValue }).ToDictionary(r => r.Url);
        foreach (var page in acknowledged)
        {
            Assert.Equal(RequestState.Done, requests[$"https://tree.test/{page}"].State);
            Assert.Contains($"https://tree.test/{(2 * page) + 1}", requests);
            Assert.Contains($"https://tree.test/{(2 * page) + 2}", requests);
        }

        var records = reader.Records(new RecordQuery { Limit = int.MaxValue })
            .Select(r => Encoding.UTF8.GetString(r.Payload)).ToList();
        Assert.Equal(records.Count, records.Distinct().Count());
        var stored = records.ToHashSet();
        Assert.All(acknowledged, page => Assert.Contains($"{{\"n\":{page}}}", stored));
        Assert.Equal(records.Count, requests.Values.Count(r => r.State == RequestState.Done));
    }
}
