using System.Diagnostics;
using System.Globalization;

namespace Trawl.Storage.Tests.Crashes;

/// <summary>Runs the writer until it dies, by our hand or its own, and collects what it said it had stored.</summary>
public static class WriterProcess
{
    /// <summary>Kills it with SIGKILL after so many acknowledged commits.</summary>
    public static Task<WriterReport> RunAndKillAsync(string folder, int afterCommits) =>
        RunAsync([folder], afterCommits);

    /// <summary>Lets it die at the n-th time it reaches a crash point.</summary>
    public static Task<WriterReport> RunUntilItDiesAsync(string folder, string point, int nth) =>
        RunAsync([folder, point, nth.ToString(CultureInfo.InvariantCulture)], int.MaxValue);

    private static async Task<WriterReport> RunAsync(string[] arguments, int afterCommits)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Trawl.Storage.Writer.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var report = new WriterReport();
        try
        {
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                report.Add(line);
                if (report.Commits == afterCommits)
                {
                    process.Kill();
                }
            }
        }
        finally
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        report.Errors = await errors;
        return report;
    }
}
