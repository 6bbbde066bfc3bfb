using Trawl.Api.Errors;
using Trawl.Api.Runs;
using Trawl.Governor;
using Trawl.Model.Runs;

namespace Trawl.Hosting.Running;

/// <summary>
/// A run that came upon a full disk waits for room and goes on from its last commit, as after a death. Usually the
/// governor pauses it before; this is for a disk that somebody else fills in a moment.
/// </summary>
internal sealed class RoomOnDisk(ResourceGovernor governor, ActiveRun active, TimeProvider clock)
{
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(1);

    /// <summary>True when the disk was the reason of an end, and has room again; false when the end stands.</summary>
    public async Task<bool> CameAsync(RunSnapshot last)
    {
        if (last.Error is not { Kind: ApiErrorKind.StoreFailed } && last.State != RunState.Publishing)
        {
            return false;
        }

        var waited = false;
        while (!active.StopGracefully.IsCancellationRequested && governor.DiskShortage() is { } shortage)
        {
            waited = true;
            active.Publish(last with { IsLast = false, Error = null, HeldBack = Snapshots.Of(shortage) });
            await Task.Delay(s_look, clock, active.StopGracefully).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return waited && !active.StopGracefully.IsCancellationRequested;
    }
}
