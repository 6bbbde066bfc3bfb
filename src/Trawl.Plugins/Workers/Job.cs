using Trawl.Engine.Seams.Plugins;
using Trawl.Sdk.Wire;

namespace Trawl.Plugins.Workers;

/// <summary>A call on its way to a worker and back.</summary>
internal abstract class Job(CallMeta meta, IReadOnlyList<ReadOnlyMemory<byte>> blobs, string subject)
{
    private volatile bool _isCancelled;

    public CallMeta Meta { get; } = meta;

    public IReadOnlyList<ReadOnlyMemory<byte>> Blobs { get; } = blobs;

    /// <summary>What it is about, for messages: a URL.</summary>
    public string Subject { get; } = subject;

    /// <summary>The one worker that may do it, by its number; null for any.</summary>
    public int? OnlyBy { get; init; }

    public bool IsCancelled => _isCancelled;

    /// <summary>Called once, by whoever cancels first; the seat that works on it is told apart.</summary>
    public virtual void Cancel() => _isCancelled = true;

    /// <summary>Takes the answer of the worker of that number.</summary>
    /// <exception cref="WireException">The answer does not fit.</exception>
    public abstract void Answer(WireMessage message, int worker);

    public abstract void Fail(PluginFault fault);
}
