using System.Text;
using System.Text.Json;
using Trawl.Engine.Seams.Plugins;
using Trawl.Model.Plans;
using Trawl.Model.Plugins;
using Trawl.Pipelines.Plugins;

namespace Trawl.Plugins.Authoring;

/// <summary>A plugin alone, without a pipeline: for its author to try it, confined and supervised as in a run.</summary>
public sealed class PluginBench : IDisposable
{
    private const string Name = "plugin";

    private readonly string _temporary = Directory.CreateTempSubdirectory("trawl-plugin-").FullName;
    private readonly PluginRuntime _runtime;

    /// <param name="manifest">The plugin's manifest.</param>
    /// <param name="folder">Absolute path of its folder.</param>
    /// <param name="settings">Its settings, a JSON object.</param>
    /// <param name="secrets">Looks up a secret.</param>
    public PluginBench(PluginManifest manifest, string folder, string settings, Func<string, string?> secrets)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var plan = new PluginPlan
        {
            Name = Name,
            Id = manifest.Id,
            Version = manifest.Version,
            Folder = folder,
            Settings = settings,
            // Its author grants it what it asks for; a pipeline's owner will have to.
            Grant = PluginNeeds.Resolve(manifest, settings, folder),
            Workers = 1,
        };
        _runtime = new PluginRuntime(new PluginRuntimeOptions
        {
            Plan = new PipelinePlan { Name = Name, Start = [], Plugins = [plan] },
            TempFolder = Path.Combine(_temporary, "tmp"),
            LogFolder = _temporary,
            Secrets = secrets,
            Limits = new SupervisionLimits { Tries = 1, Deaths = int.MaxValue },
        });
    }

    /// <summary>What the worker has said so far.</summary>
    public string Log => File.Exists(LogFile) ? File.ReadAllText(LogFile) : "";

    private string LogFile => Path.Combine(_temporary, Name + ".log");

    /// <summary>Sends a record through the plugin.</summary>
    /// <param name="kind">Transform, enrich or validate.</param>
    /// <param name="type">The record's type.</param>
    /// <param name="record">The record, a JSON object.</param>
    /// <param name="url">Where its page was fetched from.</param>
    public ValueTask<PluginReply> RecordAsync(PluginKind kind, string type, string record, string url) =>
        _runtime.CallAsync(Call(kind, type, url) with { Records = [Encoding.UTF8.GetBytes(record)] }, CancellationToken.None);

    /// <summary>Hands a page to the plugin.</summary>
    /// <param name="kind">Extract or parse.</param>
    /// <param name="type">The type of the records to extract.</param>
    /// <param name="body">The page's body.</param>
    /// <param name="url">Where it was fetched from.</param>
    public ValueTask<PluginReply> PageAsync(PluginKind kind, string type, ReadOnlyMemory<byte> body, string url) =>
        _runtime.CallAsync(Call(kind, type, url) with { Body = body }, CancellationToken.None);

    /// <summary>Asks a source for requests.</summary>
    /// <param name="cursor">Where the last answer ended; null at the beginning.</param>
    public ValueTask<SourceReply> SourceAsync(string? cursor) => _runtime.ReadAsync(Name, cursor, CancellationToken.None);

    /// <summary>Brings records to a sink as a run does, and comes again with each batch as after a crash.</summary>
    /// <param name="records">Each a JSON object of type <c>record</c>.</param>
    /// <param name="batch">Records in a batch at most.</param>
    /// <returns>What is wrong with its answers; null when nothing is.</returns>
    public Task<string?> SinkAsync(IEnumerable<byte[]> records, int batch) => new SinkTrial(_runtime, Name).RunAsync(records, batch);

    /// <summary>Ends the worker.</summary>
    public void Dispose()
    {
        _runtime.Dispose();
        Directory.Delete(_temporary, recursive: true);
    }

    private static PluginCall Call(PluginKind kind, string type, string url) => new()
    {
        Plugin = Name, Kind = kind, RecordType = type, Page = new PluginPage(url, 200, null, DateTimeOffset.UnixEpoch),
    };
}
