using System.Diagnostics;
using Trawl.Tests.Shared;

namespace Trawl.Ipc.Bench.Tests;

/// <summary>The benchmarks' executable, as people run it, with a folder of its own for results.</summary>
internal sealed class BenchProcess : IDisposable
{
    private readonly string _results = Directory.CreateTempSubdirectory("ipc-bench-").FullName;

    /// <summary>The benchmarks, as built beside these tests.</summary>
    public static string Program { get; } = Repository.PathOf("artifacts", "bin", "Trawl.Ipc.Bench", Configuration, "Trawl.Ipc.Bench");

    private static string Configuration =>
        Directory.GetParent(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!.FullName.Contains("Trawl.Ipc.Bench.Tests", StringComparison.Ordinal)
            ? Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))
            : "release";

    /// <summary>Runs a command to its end; the lines it wrote to its results.</summary>
    public async Task<string[]> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Program, [.. arguments, "--results", _results])
        {
            WorkingDirectory = Repository.Root, RedirectStandardError = true, RedirectStandardOutput = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await output}{await errors}");
        return [.. Directory.EnumerateFiles(_results).SelectMany(File.ReadLines)];
    }

    public void Dispose() => Directory.Delete(_results, recursive: true);
}
