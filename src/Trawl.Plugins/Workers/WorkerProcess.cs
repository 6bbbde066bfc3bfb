using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Trawl.Ipc;
using Trawl.Model.Errors;
using Trawl.Plugins.Confinement;
using Trawl.Plugins.Logs;
using Trawl.Sdk.Wire;

namespace Trawl.Plugins.Workers;

/// <summary>A worker's process, from its start to its certain end. Used by the thread that started it: it dies with that thread.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan s_lastWords = TimeSpan.FromSeconds(1);

    private readonly Process _process;
    private readonly WorkerLog _log;
    private readonly string _folder;
    private readonly Task _words;

    private WorkerProcess(Process process, WorkerLog log, string folder)
    {
        (_process, _log, _folder) = (process, log, folder);
        _words = Task.WhenAll(log.FollowAsync(process.StandardOutput), log.FollowAsync(process.StandardError));
    }

    public int Id => _process.Id;

    /// <summary>Bytes of private memory; 0 when the process is gone or the platform does not say.</summary>
    public long PrivateMemory => ProcessMemory.Private(_process.Id);

    /// <exception cref="WorkerLostException">It cannot be started.</exception>
    public static WorkerProcess Start(PluginIdentity plugin, string folder, WorkerLog log, Action ended)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var process = new Process { StartInfo = WorkerCommand.Of(plugin, folder), EnableRaisingEvents = true };
            process.Exited += (_, _) => ended();
            process.Start();
            return new WorkerProcess(process, log, folder);
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or IOException or UnauthorizedAccessException)
        {
            throw WorkerLostException.Of(ErrorCode.PluginStart, $"cannot be started: {error.Message}");
        }
    }

    /// <summary>Tells the worker where the engine is, and waits for it to come.</summary>
    /// <exception cref="WorkerLostException">It does not come, or ends.</exception>
    public IpcChannel Meet(string label, int ringBytes, TimeSpan patience, CancellationToken closing)
    {
        var began = Stopwatch.GetTimestamp();
        var options = new IpcServerOptions
        {
            RequireToken = true, RingBytes = ringBytes, MaxConnections = 4, HandshakeTimeout = TimeSpan.FromSeconds(5), Label = label,
        };
        var endpoint = IpcEndpoint.Named(string.Create(CultureInfo.InvariantCulture, $"worker-{Environment.ProcessId}-{Id}"));
        using var listener = IpcListener.Listen(endpoint, options);
        Tell(new WorkerStart(endpoint.Path, Convert.ToHexStringLower(options.Tokens.Issue(Id))));
        while (true)
        {
            if (listener.Accept(s_look).TryGet(out var channel, out _)) return channel;
            if (closing.IsCancellationRequested) throw WorkerLostException.Of(ErrorCode.PluginStart, "is not wanted any more");
            if (_process.HasExited) throw Died(ErrorCode.PluginStart, "ended before it had greeted the engine");
            if (Stopwatch.GetElapsedTime(began) > patience)
                throw WorkerLostException.Of(ErrorCode.PluginStart, $"did not greet the engine within {patience.TotalSeconds:0.#} s{_log.LastWords()}");
        }
    }

    /// <summary>How the process ended, in words, with its last ones.</summary>
    public WorkerLostException Died(string code, string what)
    {
        // The socket closes before the process can be waited for.
        WaitForLastWords();
        var (how, blame) = _process.HasExited
            ? (WorkerEnd.Describe(_process.ExitCode), WorkerEnd.BlameOf(_process.ExitCode)) : ("", WorkerBlame.Call);
        return new WorkerLostException(new WorkerFault(code, $"{what}{how}{_log.LastWords()}", blame));
    }

    /// <summary>Waits for an end by itself.</summary>
    public void WaitForEnd(TimeSpan patience) => _process.WaitForExit(patience);

    /// <summary>Ends the process if it is not at its end, and all that it started; then its folder goes.</summary>
    public void Dispose()
    {
        ProcessTree.Kill(_process);
        _process.Dispose();
        TemporaryFolders.TryDelete(_folder);
    }

    /// <summary>The end of the process and of what it wrote; a child of it may hold its streams open for ever.</summary>
    private void WaitForLastWords()
    {
        var began = Stopwatch.GetTimestamp();
        if (!_process.WaitForExit(s_lastWords)) return;
        var left = s_lastWords - Stopwatch.GetElapsedTime(began);
        if (left > TimeSpan.Zero) _words.Wait(left);
    }

    private void Tell(WorkerStart start)
    {
        try
        {
            _process.StandardInput.Write(JsonSerializer.Serialize(start, WireJson.Plain.WorkerStart) + "\n");
            _process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // It ended already; the caller sees how.
        }
    }
}
