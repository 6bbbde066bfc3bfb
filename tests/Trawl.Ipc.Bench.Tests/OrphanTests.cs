using System.Diagnostics;
using Trawl.Tests.Shared;

namespace Trawl.Ipc.Bench.Tests;

/// <summary>Servers of the benchmarks end with whoever holds their standard input: a killed benchmark leaves no process.</summary>
public sealed class OrphanTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("calls")]
    [InlineData("many-uds")]
    [InlineData("uds")]
    public async Task AServerEndsWithItsInput(string transport)
    {
        var folder = Directory.CreateTempSubdirectory("ipc-bench-").FullName;
        var content = Path.Combine(folder, "content.json");
        await File.WriteAllTextAsync(content, """{"Request":{"Messages":[]},"Deltas":[]}""");
        using var process = Process.Start(new ProcessStartInfo(BenchProcess.Program, ["serve", transport, Path.Combine(folder, "s"), "binary", content])
        {
            WorkingDirectory = Repository.Root, RedirectStandardInput = true, RedirectStandardOutput = true,
        })!;
        Assert.Equal("ready", await process.StandardOutput.ReadLineAsync());

        process.StandardInput.Close();

        await process.WaitForExitAsync().WaitAsync(s_patience);
        Directory.Delete(folder, recursive: true);
    }
}
