using System.ComponentModel;
using System.Diagnostics;
using Trawl.Model.Plans;
using Trawl.Plugins.Confinement;
using Trawl.Plugins.Logs;
using Trawl.Plugins.Workers;

namespace Trawl.Enrich.Tools;

/// <summary>
/// A tool server that is a child of this process. It belongs to a thread that waits for its end: the kernel kills it when that
/// thread dies, however this process ends.
/// </summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(500);

    private readonly Process _process;

    private ServerProcess(Process process, WorkerLog log)
    {
        _process = process;
        _ = log.FollowAsync(process.StandardError);
    }

    public Stream Input => _process.StandardInput.BaseStream;

    public Stream Output => _process.StandardOutput.BaseStream;

    public int Id => _process.Id;

    /// <exception cref="IOException">It cannot be started.</exception>
    public static async Task<ServerProcess> StartAsync(ToolServerPlan plan, string home, Func<string, string?> secrets, WorkerLog log)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => Hold(() => StartInfo(plan, home, secrets), started)) { IsBackground = true, Name = $"tool server {plan.Name}" }.Start();
        return new ServerProcess(await started.Task.ConfigureAwait(false), log);
    }

    /// <summary>Closes its input, which asks it to end, and ends it and all that it started when it does not.</summary>
    public void Dispose()
    {
        try
        {
            _process.StandardInput.Close();
            _process.WaitForExit(s_patience);
        }
        catch (Exception error) when (error is IOException or InvalidOperationException)
        {
            // It has ended, or is to be ended all the same.
        }

        ProcessTree.Kill(_process);
    }

    private static void Hold(Func<ProcessStartInfo> start, TaskCompletionSource<Process> started)
    {
        Process? process;
        try
        {
            Directory.CreateDirectory(start().Environment["HOME"]!);
            process = Process.Start(start())!;
        }
        catch (Exception error) when (error is Win32Exception or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            started.SetException(new IOException(error.Message, error));
            return;
        }

        started.SetResult(process);
        process.WaitForExit();
    }

    /// <summary>Its variables are the secrets it is given, and what programs cannot do without.</summary>
    private static ProcessStartInfo StartInfo(ToolServerPlan plan, string home, Func<string, string?> secrets)
    {
        var folder = plan.Folder ?? home;
        var program = Programs.Find(plan.Command[0], folder);
        var start = new ProcessStartInfo
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        if (Plugins.Confinement.Launcher.IsThere) Plugins.Confinement.Launcher.Add(start);
        else start.FileName = program;
        if (Plugins.Confinement.Launcher.IsThere) start.ArgumentList.Add(program);
        foreach (var argument in plan.Command.Skip(1)) start.ArgumentList.Add(argument);
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.Environment["HOME"] = home;
        start.Environment["TMPDIR"] = home;
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_ROOT"] = Path.GetDirectoryName(Programs.Dotnet);
        foreach (var name in plan.Secrets) start.Environment[name] = secrets(name);
        return start;
    }
}
