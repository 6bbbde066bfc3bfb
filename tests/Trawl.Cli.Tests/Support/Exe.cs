using System.Diagnostics;
using System.Text.Json;
using Trawl.Tests.Shared;

namespace Trawl.Cli.Tests.Support;

/// <summary>The real executable, as a process of its own.</summary>
internal sealed class Exe : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(4);
    private readonly Process _process;
    private readonly TaskCompletionSource<string> _firstLine = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task<string> _data;
    private readonly Task<string> _talk;

    private Exe(Process process)
    {
        _process = process;
        _data = ReadDataAsync();
        _talk = process.StandardError.ReadToEndAsync();
    }

    /// <summary>The first line of stdout, as soon as it is there.</summary>
    public Task<string> FirstLineAsync() => _firstLine.Task.WaitAsync(s_patience, TimeProvider.System);

    public int Pid => _process.Id;

    public static Exe Start(string home, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(TestedProgram.Path)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Directory.Exists(home) ? home : Path.GetTempPath(),
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["TRAWL_HOME"] = home;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new Exe(Process.Start(start)!);
    }

    public static async Task<Finished> RunAsync(string home, params string[] arguments)
    {
        using var exe = Start(home, arguments);
        return await exe.EndAsync();
    }

    public async Task<Finished> EndAsync()
    {
        using var patience = new CancellationTokenSource(s_patience, TimeProvider.System);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
            Assert.Fail($"trawl did not end within {s_patience}. It said:\n{await _talk}");
        }

        return new Finished(_process.ExitCode, await _data, await _talk);
    }

    private async Task<string> ReadDataAsync()
    {
        var first = await _process.StandardOutput.ReadLineAsync();
        _firstLine.TrySetResult(first ?? "");
        return first is null ? "" : $"{first}\n{await _process.StandardOutput.ReadToEndAsync()}";
    }

    public void Signal(string name) => Process.Start("kill", [$"-{name}", $"{Pid}"]).WaitForExit();

    public void Dispose() => _process.Dispose();

    internal sealed record Finished(int Code, string Data, string Talk)
    {
        /// <summary>stdout as one JSON document; fails when it is anything else.</summary>
        public JsonElement Json
        {
            get
            {
                using var document = JsonDocument.Parse(Data);
                return document.RootElement.Clone();
            }
        }
    }
}
