using Trawl.Engine.Seams.Plugins;
using Trawl.Sdk.Wire;

namespace Trawl.Plugins.Workers;

/// <summary>A call whose answer is read as one type.</summary>
internal sealed class Job<T>(
    CallMeta meta, IReadOnlyList<ReadOnlyMemory<byte>> blobs, string subject, Func<WireMessage, T> read) : Job(meta, blobs, subject)
    where T : class
{
    private readonly TaskCompletionSource<JobResult<T>> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<JobResult<T>> Task => _done.Task;

    public override void Answer(WireMessage message, int worker) => _done.TrySetResult(new JobResult<T>(read(message), null, worker));

    public override void Fail(PluginFault fault) => _done.TrySetResult(new JobResult<T>(null, fault, 0));

    public override void Cancel()
    {
        base.Cancel();
        _done.TrySetCanceled();
    }
}
