using System.Diagnostics;
using System.Text;
using Trawl.Tests.Shared;

namespace Trawl.EndToEnd.Tests.Support;

/// <summary>The real executable as a process of its own.</summary>
internal sealed class TrawlProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _out = new();
    private readonly StringBuilder _talk = new();

    private TrawlProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public int ExitCode => _process.ExitCode;

    public string Out => _out.ToString();

    public string Talk => _talk.ToString();

    public bool HasExited => _process.HasExited;

    public static TrawlProcess Start(IEnumerable<string> arguments, string? crashAt = null, params (string Name, string Value)[] environment) =>
        StartUnder([], arguments, crashAt, environment);

    /// <param name="wrapper">A program with arguments that runs what stands behind them, such as <c>unshare -n</c>.</param>
    /// <param name="arguments">What trawl is to do.</param>
    /// <param name="environment">Variables beside this process's.</param>
    public static TrawlProcess RunUnder(string[] wrapper, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var trawl = StartUnder(wrapper, arguments, null, environment);
        trawl.WaitForExit(TimeSpan.FromMinutes(2));
        return trawl;
    }

    public static TrawlProcess StartUnder(
        string[] wrapper, IEnumerable<string> arguments, string? crashAt, (string Name, string Value)[] environment)
    {
        string[] command = [.. wrapper, TestedProgram.Path, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };

        start.Environment["NO_COLOR"] = "1";
        start.Environment["TRAWL_CRASH_AT"] = crashAt ?? "";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var trawl = new TrawlProcess(Process.Start(start)!);
        trawl._process.OutputDataReceived += (_, line) => trawl._out.AppendLine(line.Data);
        trawl._process.ErrorDataReceived += (_, line) => trawl._talk.AppendLine(line.Data);
        trawl._process.BeginOutputReadLine();
        trawl._process.BeginErrorReadLine();
        trawl._process.StandardInput.Close();
        return trawl;
    }

    /// <summary>Runs to the end and answers the exit code; fails with what was said after two minutes.</summary>
    public static TrawlProcess Run(IEnumerable<string> arguments, string? crashAt = null, params (string Name, string Value)[] environment)
    {
        var trawl = Start(arguments, crashAt, environment);
        trawl.WaitForExit(TimeSpan.FromMinutes(2));
        return trawl;
    }

    /// <summary>True when it ended in time.</summary>
    public bool Ends(TimeSpan within) => _process.WaitForExit(within);

    public void WaitForExit(TimeSpan within)
    {
        if (!_process.WaitForExit(within))
        {
            Kill();
            Assert.Fail($"trawl did not end within {within}. It said:\n{Talk}");
        }

        _process.WaitForExit();
    }

    /// <summary>SIGKILL.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose() => _process.Dispose();
}
