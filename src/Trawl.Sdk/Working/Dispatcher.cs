using System.Text.Json;
using Trawl.Model.Plugins;
using Trawl.Sdk.Pages;
using Trawl.Sdk.Records;
using Trawl.Sdk.Sinks;
using Trawl.Sdk.Sources;
using Trawl.Sdk.Wire;

namespace Trawl.Sdk.Working;

/// <summary>Brings calls to the parts of a plugin; a part is made when it is asked for the first time.</summary>
internal sealed class Dispatcher(
    Dictionary<PluginKind, Func<PluginContext, object>> parts, PluginContext context, EngineLink engine) : IDisposable
{
    private readonly Dictionary<PluginKind, object> _made = [];

    public async ValueTask<(AnswerMeta Meta, IReadOnlyList<ReadOnlyMemory<byte>> Blobs)> RunAsync(WireMessage message)
    {
        var call = JsonSerializer.Deserialize(message.Meta.Span, WireJson.Plain.CallMeta)!;
        engine.Call = message.Call;
        try
        {
            return call.Do switch
            {
                "transform" => await RecordCalls.RunAsync(
                    call, message.Blobs, r => Part<IRecordTransform>(PluginKind.Transform).TransformAsync(r), RecordUse.All),
                "enrich" => await RecordCalls.RunAsync(
                    call, message.Blobs, r => Part<IRecordEnricher>(PluginKind.Enrich).EnrichAsync(r), RecordUse.New),
                "validate" => await RecordCalls.RunAsync(
                    call, message.Blobs, r => Part<IRecordValidator>(PluginKind.Validate).ValidateAsync(r), RecordUse.None),
                "extract" => await PageCalls.ExtractAsync(Part<IPageExtractor>(PluginKind.Extract), call, BodyOf(message)),
                "parse" => await PageCalls.ParseAsync(Part<IPageParser>(PluginKind.Parse), call, BodyOf(message)),
                "read" => await SourceCalls.ReadAsync(Part<IRequestSource>(PluginKind.Source), call),
                _ => await SinkCalls.RunAsync(Part<IRecordSink>(PluginKind.Sink), call, message.Blobs),
            };
        }
        finally
        {
            engine.Call = 0;
        }
    }

    /// <summary>Whether the plugin may ask the engine to fetch.</summary>
    public bool MayFetch => engine.MayFetch;

    public void Dispose()
    {
        foreach (var part in _made.Values)
        {
            if (part is IAsyncDisposable later) later.DisposeAsync().AsTask().GetAwaiter().GetResult();
            else (part as IDisposable)?.Dispose();
        }
    }

    private static ReadOnlyMemory<byte> BodyOf(WireMessage message) => message.Blobs.Count > 0 ? message.Blobs[0] : default;

    private T Part<T>(PluginKind kind)
    {
        if (_made.TryGetValue(kind, out var made)) return (T)made;
        if (!parts.TryGetValue(kind, out var make)) throw new NotSupportedException($"This plugin does not offer \"{KindNames.Of(kind)}\".");
        _made.Add(kind, made = make(context));
        return (T)made;
    }
}
