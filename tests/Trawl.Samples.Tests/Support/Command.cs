using System.Diagnostics;
using System.Text;
using Trawl.Tests.Shared;

namespace Trawl.Samples.Tests.Support;

/// <summary>A program as a process of its own, with a home folder of its own.</summary>
internal sealed class Command : IDisposable
{
    private static readonly string s_configuration =
        Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));

    private readonly Process _process;
    private readonly StringBuilder _said = new();

    private Command(Process process) => _process = process;

    /// <summary>Everything it wrote.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    public bool HasExited => _process.HasExited;

    /// <summary>Starts a program of this repository: <paramref name="project"/>'s build.</summary>
    public static Command StartProject(string project, string assembly, string home, params string[] arguments)
    {
        return Start("dotnet", home, [Repository.PathOf("artifacts", "bin", project, s_configuration, assembly), .. arguments]);
    }

    public static Command Start(string program, string home, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["TRAWL_HOME"] = home;
        start.Environment["CONFIGURATION"] = s_configuration;
        var command = new Command(Process.Start(start)!);
        command._process.OutputDataReceived += (_, line) => command.Note(line.Data);
        command._process.ErrorDataReceived += (_, line) => command.Note(line.Data);
        command._process.BeginOutputReadLine();
        command._process.BeginErrorReadLine();
        return command;
    }

    /// <summary>Waits for the end and answers the exit code; fails with what was said when it takes too long.</summary>
    public int End(TimeSpan within)
    {
        if (!_process.WaitForExit(within))
        {
            Kill();
            Assert.Fail($"It did not end within {within}:\n{Said}");
        }

        _process.WaitForExit();
        return _process.ExitCode;
    }

    /// <summary>Waits for the end; anything but exit code 0 fails the test with what was said.</summary>
    public void Succeed(TimeSpan within)
    {
        var code = End(within);
        Assert.True(code == 0, $"Exit code {code}:\n{Said}");
    }

    /// <summary>SIGKILL, its children too.</summary>
    public void Kill()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
    }

    public void Dispose() => _process.Dispose();

    private void Note(string? line)
    {
        lock (_said)
        {
            _said.AppendLine(line);
        }
    }
}
