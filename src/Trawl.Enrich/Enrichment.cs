using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Trawl.Engine.Seams.Plugins;
using Trawl.Enrich.Models;
using Trawl.Enrich.Records;
using Trawl.Enrich.Tools;
using Trawl.Model.Plans;

namespace Trawl.Enrich;

/// <summary>The tools and models of one run: does what their steps ask, and hands on what plugins are asked.</summary>
public sealed class Enrichment : IPluginCaller, IDisposable
{
    private readonly EnrichmentOptions _options;
    private readonly ToolBox _tools;
    private readonly ModelShelf _models;
    private readonly ConcurrentDictionary<RecordStep, IStepWork> _steps = new(ReferenceEqualityComparer.Instance);

    /// <summary>Makes ready; nothing is started or dialled before there is something to ask.</summary>
    public Enrichment(EnrichmentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _tools, _models) = (options, new ToolBox(options), new ModelShelf(options));
    }

    /// <summary>Whether a plan has steps of tools or models.</summary>
    public static bool IsNeeded(PipelinePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Records.Any(type => type.Steps.Any(step => step.Fields is not null));
    }

    /// <inheritdoc/>
    public async ValueTask<PluginReply> CallAsync(PluginCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (call.Step is not { } step) return await _options.Plugins.CallAsync(call, cancellationToken);
        var work = _steps.GetOrAdd(step, Make);
        var items = new List<PluginItem>();
        foreach (var payload in call.Records)
        {
            using var record = JsonDocument.Parse(payload);
            var (item, fault) = await work.RunAsync(record.RootElement, call.Page, cancellationToken);
            if (fault is not null) return new PluginReply { Fault = fault };
            items.Add(item);
        }

        return new PluginReply { Items = items, Digest = Digest(items) };
    }

    /// <summary>Ends all servers; none is alive when this returns.</summary>
    public void Dispose()
    {
        _tools.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _models.Dispose();
    }

    private IStepWork Make(RecordStep step) => step.Ask is null ? new ToolStep(step, _tools) : new ModelStep(step, _tools, _models, _options);

    private static byte[] Digest(List<PluginItem> items)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var item in items)
        {
            hash.AppendData(BitConverter.GetBytes(item.Payload.Length));
            hash.AppendData(item.Payload.Span);
            foreach (var problem in item.Problems) hash.AppendData(Encoding.UTF8.GetBytes($"{problem.Rule}\n{problem.Message}\n"));
        }

        return hash.GetHashAndReset();
    }
}
