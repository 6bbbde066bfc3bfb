using System.Diagnostics;
using System.Text.Json;
using Trawl.Engine.Seams.Store;
using Trawl.Model.Errors;
using Trawl.Model.Plugins;
using Trawl.Plugins.Calls;
using Trawl.Plugins.Logs;
using Trawl.Sdk.Wire;
using Trawl.Sdk.Working;

namespace Trawl.Plugins.Workers;

/// <summary>A living worker: greeted, opened, ready for one call after the other. Used by the thread that started it.</summary>
internal sealed class Worker : IDisposable
{
    /// <summary>Bytes of each ring for pages: a page up to a quarter of it crosses with one copy.</summary>
    private const int PageRing = 64 << 20;

    private const int RecordRing = 4 << 20;

    private readonly PluginIdentity _plugin;
    private readonly WorkerProcess _process;
    private readonly WireChannel _channel;
    private readonly WorkerLog _log;
    private readonly SupervisionLimits _limits;
    private readonly EngineServices _services;
    private ulong _calls;
    private CallFetches? _asked;
    private volatile bool _isAbandoned;

    private Worker(
        PluginIdentity plugin, WorkerProcess process, WireChannel channel, WorkerLog log, SupervisionLimits limits, EngineServices services) =>
        (_plugin, _process, _channel, _log, _limits, _services) = (plugin, process, channel, log, limits, services);

    public int ProcessId => _process.Id;

    /// <param name="plugin">Whose worker.</param>
    /// <param name="folder">Its temporary folder.</param>
    /// <param name="log">Where its words go.</param>
    /// <param name="limits">How patient to be.</param>
    /// <param name="services">What the engine does for it.</param>
    /// <param name="ended">Called when it ends, at once and on any thread.</param>
    /// <param name="closing">Cancelled when nobody wants it any more.</param>
    /// <exception cref="WorkerLostException">It does not start, or is not what its manifest says.</exception>
    public static Worker Start(PluginIdentity plugin, string folder, WorkerLog log, SupervisionLimits limits, EngineServices services,
        Action ended, CancellationToken closing)
    {
        var process = WorkerProcess.Start(plugin, folder, log, ended);
        try
        {
            var hasPages = plugin.Manifest.Offers.Any(offer => offer.Kind is PluginKind.Extract or PluginKind.Parse);
            var channel = new WireChannel(process.Meet($"plugin {plugin.Plan.Name}", hasPages ? PageRing : RecordRing, limits.Start, closing), inPlace: false);
            var worker = new Worker(plugin, process, channel, log, limits, services);
            using var registration = closing.Register(worker.Abandon);
            worker.Open(folder);
            return worker;
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    /// <summary>Has the worker do something, and waits for it.</summary>
    /// <exception cref="WorkerLostException">The worker is of no use any more.</exception>
    public WireMessage Call(CallMeta meta, IReadOnlyList<ReadOnlyMemory<byte>> blobs)
    {
        var number = ++_calls;
        var json = JsonSerializer.SerializeToUtf8Bytes(meta, WireJson.Plain.CallMeta);
        _asked = new CallFetches(_plugin.Plan.Name, json, blobs);
        return Guarded(ErrorCode.PluginCrash, "crashed at work", () =>
        {
            var began = Stopwatch.GetTimestamp();
            _channel.Send(WireOp.Call, number, json, blobs, _plugin.Plan.Timeout);
            var answer = Await(number, WireOp.Answer, _plugin.Plan.Timeout, ErrorCode.PluginTimeout);
            _channel.Counters.CallTime.Record(Stopwatch.GetElapsedTime(began));
            return answer;
        });
    }

    /// <summary>Asks an idle worker whether it is there.</summary>
    /// <exception cref="WorkerLostException">It is not.</exception>
    public void Ping() => Guarded(ErrorCode.PluginCrash, "died while it was idle", () =>
    {
        _channel.Send(WireOp.Ping, ++_calls, default, [], _limits.HeartbeatAnswer);
        return Await(_calls, WireOp.Pong, _limits.HeartbeatAnswer, ErrorCode.PluginTimeout);
    });

    /// <summary>Breaks off whatever the worker does; from any thread.</summary>
    public void Abandon()
    {
        _isAbandoned = true;
        _channel.Close();
    }

    /// <summary>Asks the worker to end itself, and sees to it that it does.</summary>
    public void Dispose()
    {
        try
        {
            _channel.Send(WireOp.Close, 0, default, [], TimeSpan.Zero);
            _process.WaitForEnd(_limits.Goodbye);
        }
        catch (WireException)
        {
            // It is gone, or does not listen.
        }

        Kill();
    }

    /// <summary>Ends the worker at once.</summary>
    public void Kill()
    {
        _process.Dispose();
        _channel.Dispose();
    }

    private void Open(string folder)
    {
        using var settings = JsonDocument.Parse(_plugin.Plan.Settings);
        var meta = new OpenMeta
        {
            Contract = PluginManifest.CurrentContract,
            Id = _plugin.Manifest.Id,
            Version = _plugin.Manifest.Version,
            Name = _plugin.Plan.Name,
            Settings = settings.RootElement,
            Secrets = _services.SecretsOf(_plugin),
            Hosts = [.. _plugin.Plan.Grant.Hosts],
            TempFolder = folder,
        };
        var answer = Guarded(ErrorCode.PluginStart, "died while it was opened", () =>
        {
            _channel.Send(WireOp.Open, 0, JsonSerializer.SerializeToUtf8Bytes(meta, WireJson.Plain.OpenMeta), [], _limits.Start);
            return Await(0, WireOp.Opened, _limits.Start, ErrorCode.PluginStart);
        });
        if (answer.Op == WireOp.Failure)
            throw WorkerLostException.Of(ErrorCode.PluginStart, $"does not open: {AnswerReader.Failure(answer)}");
        Check(AnswerReader.Opened(answer));
    }

    private void Check(OpenedMeta opened)
    {
        if (opened.Contract != PluginManifest.CurrentContract)
            throw WorkerLostException.Of(ErrorCode.PluginProtocol, $"speaks contract {opened.Contract}; this Trawl speaks {PluginManifest.CurrentContract}");
        var missing = _plugin.Manifest.Offers.Select(offer => KindNames.Of(offer.Kind)).Except(opened.Kinds).ToArray();
        if (missing.Length > 0)
            throw WorkerLostException.Of(ErrorCode.PluginProtocol, $"offers \"{string.Join("\", \"", missing)}\" in its manifest, and its worker does not");
    }

    /// <summary>Waits for the end of a call; meanwhile serves the worker and looks at its memory.</summary>
    private WireMessage Await(ulong number, WireOp expected, TimeSpan patience, string lateCode)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var left = patience - Stopwatch.GetElapsedTime(began);
            if (left <= TimeSpan.Zero) throw WorkerLostException.Of(lateCode, $"did not answer within {patience.TotalSeconds:0.###} s and was ended");
            var message = _channel.Receive(left < _limits.MemoryLook ? left : _limits.MemoryLook);
            if (message is null) CheckMemory();
            else if (Serve(message, number, left)) continue;
            else if (message.Call == number && (message.Op == expected || message.Op == WireOp.Failure)) return message;
            else throw new WireException($"It sent {message.Op} for call {message.Call}; {expected} for call {number} was expected.");
        }
    }

    private void CheckMemory()
    {
        if (_process.PrivateMemory is var used && used > _plugin.Memory)
            throw WorkerLostException.Of(
                ErrorCode.PluginMemory, $"used {used >> 20} MiB of memory, more than the {_plugin.Memory >> 20} MiB granted, and was ended");
    }

    private bool Serve(WireMessage message, ulong number, TimeSpan left)
    {
        switch (message.Op)
        {
            case WireOp.Log:
                _log.Add(JsonSerializer.Deserialize(message.Meta.Span, WireJson.Plain.LogMeta)?.Message);
                return true;
            case WireOp.Fetch when message.Call == number:
                var (meta, blobs) = _services.Fetch(_plugin, message, _asked!.Next(), left);
                _channel.Send(WireOp.Fetched, number, JsonSerializer.SerializeToUtf8Bytes(meta, WireJson.Plain.FetchedMeta), blobs, left);
                return true;
            default: return false;
        }
    }

    /// <summary>Turns whatever goes wrong on the wire into one of the ways to lose a worker.</summary>
    private WireMessage Guarded(string goneCode, string gone, Func<WireMessage> work)
    {
        try
        {
            return work();
        }
        catch (WireException fault) when (fault.IsGone && _isAbandoned)
        {
            // It has no last words to wait for: it lives, and is ended next.
            throw WorkerLostException.Of(goneCode, "was broken off");
        }
        catch (WireException fault) when (fault.IsGone)
        {
            // The kernel and the runtime end a process that asks for more than its limit: that has a name of its own.
            throw _process.Died(goneCode, gone);
        }
        catch (OperationCanceledException)
        {
            throw WorkerLostException.Of(goneCode, "is not wanted any more");
        }
        catch (Exception fault) when (fault is not (WorkerLostException or RunStoreException))
        {
            throw BrokenProtocol(fault);
        }
    }

    /// <summary>Whatever comes of reading what a worker sent is the worker's loss, and never the thread's that reads it.</summary>
    public static WorkerLostException BrokenProtocol(Exception fault) => WorkerLostException.Of(
        ErrorCode.PluginProtocol,
        "does not keep to the protocol: " + (fault is WireException or JsonException ? fault.Message : "it sent a null where there is none."));
}
