using Trawl.Storage.Reading;

namespace Trawl.Recording.Replaying;

/// <summary>Compares the stored rows of recording and replay.</summary>
internal sealed class ReplayJudge(RunComparison comparison) : IReplayJudge
{
    public Divergence? Compare(long first, long last, long lastRequestBefore, long lastRequest) =>
        comparison.Compare(first, last, lastRequestBefore, lastRequest) is { } difference
            ? new Divergence(difference.Sequence, difference.Expected, difference.Got, difference.Place)
            : null;
}
