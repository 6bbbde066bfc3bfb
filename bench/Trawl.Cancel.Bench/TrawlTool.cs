using System.Diagnostics;
using System.Globalization;

namespace Trawl.Cancel.Bench;

/// <summary>The real executable as a process of its own.</summary>
internal sealed class TrawlTool : IDisposable
{
    private readonly Process _process;
    private readonly List<string> _said = [];

    private TrawlTool(Process process) => _process = process;

    public int ExitCode => _process.ExitCode;

    public bool HasExited => _process.HasExited;

    public string Said
    {
        get
        {
            lock (_said) return string.Join('\n', _said);
        }
    }

    public static TrawlTool Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Pipelines.Trawl, .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        var tool = new TrawlTool(Process.Start(start)!);
        tool._process.OutputDataReceived += (_, line) => tool.Note(line.Data);
        tool._process.ErrorDataReceived += (_, line) => tool.Note(line.Data);
        tool._process.BeginOutputReadLine();
        tool._process.BeginErrorReadLine();
        tool._process.StandardInput.Close();
        return tool;
    }

    /// <summary>SIGINT, as Ctrl-C sends it.</summary>
    public void Interrupt()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private void Note(string? line)
    {
        if (line is null) return;
        lock (_said) _said.Add(line);
    }
}
