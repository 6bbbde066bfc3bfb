using System.Text;
using System.Text.Json;
using Trawl.Engine.Seams.Plugins;
using Trawl.Model.Plans;
using Trawl.Model.Plugins;
using Trawl.Tests.Shared;

namespace Trawl.Plugins.Tests.Support;

/// <summary>A runtime with the trial plugin in it, in folders of its own.</summary>
internal sealed class Trial : IDisposable
{
    public const string Url = "http://shop.example/p/1";

    private readonly string _root = Directory.CreateTempSubdirectory("trawl-plugins-").FullName;

    public Trial(
        string? trouble = null, Func<PluginPlan, PluginPlan>? plan = null, SupervisionLimits? limits = null,
        Func<PluginRuntimeOptions, PluginRuntimeOptions>? options = null)
    {
        var plugin = new PluginPlan
        {
            Name = "trial",
            Id = "test.trial",
            Version = "1.0.0",
            Folder = Folder,
            Settings = JsonSerializer.Serialize(new { trouble }),
            Workers = 1,
        };
        plugin = plan?.Invoke(plugin) ?? plugin;
        var made = new PluginRuntimeOptions
        {
            Plan = new PipelinePlan { Name = "trial", Start = [], Plugins = [plugin] },
            TempFolder = PathOf("tmp"),
            LogFolder = PathOf("logs"),
            Limits = limits ?? new SupervisionLimits(),
        };
        Runtime = new PluginRuntime(options?.Invoke(made) ?? made);
    }

    /// <summary>The trial plugin as it was built.</summary>
    public static string Folder
    {
        get
        {
            var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
            return Repository.PathOf("artifacts", "bin", "Trawl.Plugins.Trial", configuration);
        }
    }

    /// <summary>A copy of the trial plugin that is run otherwise.</summary>
    public static string OtherPlugin(string run)
    {
        var folder = Directory.CreateTempSubdirectory("trawl-other-").FullName;
        foreach (var file in Directory.GetFiles(Folder)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        var manifest = Path.Combine(folder, PluginManifest.FileName);
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("[dotnet, Trawl.Plugins.Trial.dll]", run, StringComparison.Ordinal));
        return folder;
    }

    public PluginRuntime Runtime { get; }

    public string PathOf(params string[] parts) => Path.Combine([_root, .. parts]);

    public Task<PluginReply> TransformAsync(object record, CancellationToken cancellationToken = default) =>
        CallAsync(PluginKind.Transform, [JsonSerializer.SerializeToUtf8Bytes(record)], default, cancellationToken);

    /// <summary>What the plugin wrote into the field "trial" when asked for this trouble.</summary>
    public async Task<string> AskAsync(string trouble)
    {
        var reply = await TransformAsync(new { trouble });
        Assert.True(reply.Fault is null, reply.Fault?.Message);
        return JsonDocument.Parse(reply.Items[0].Payload).RootElement.GetProperty("trial").GetString()!;
    }

    public Task<PluginReply> CallAsync(
        PluginKind kind, ReadOnlyMemory<byte>[] records, ReadOnlyMemory<byte> body = default, CancellationToken cancellationToken = default) =>
        Runtime.CallAsync(
            new PluginCall
            {
                Plugin = "trial",
                Kind = kind,
                Page = new PluginPage(Url, 200, "text/html", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)),
                RecordType = "product",
                Records = records,
                Body = body,
            },
            cancellationToken).AsTask();

    public static string Text(PluginReply reply, int item = 0) => Encoding.UTF8.GetString(reply.Items[item].Payload.Span);

    public void Dispose()
    {
        Runtime.Dispose();
        Directory.Delete(_root, recursive: true);
    }
}
