using System.Diagnostics;

namespace Trawl.Tests.Shared;

/// <summary>Programs for node that find npm's warcio.</summary>
internal static class Warcio
{
    public static List<string> Node(params string[] arguments)
    {
        var folder = Repository.PathOf("artifacts", "testdata", "warc");
        Assert.True(Directory.Exists(Path.Combine(folder, "node_modules", "warcio")), "warcio is absent. Install it with: eng/testdata.sh warc");
        var start = new ProcessStartInfo("node", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        Assert.Equal("", errors.Result);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
