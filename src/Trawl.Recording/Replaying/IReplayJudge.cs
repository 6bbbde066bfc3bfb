namespace Trawl.Recording.Replaying;

/// <summary>Holds what a replay has stored against the recording.</summary>
public interface IReplayJudge
{
    /// <summary>The first difference in what one transaction stored; null when there is none.</summary>
    /// <param name="first">Its first journal entry.</param>
    /// <param name="last">Its last one.</param>
    /// <param name="lastRequestBefore">The highest request id before it.</param>
    /// <param name="lastRequest">The highest one after it.</param>
    Divergence? Compare(long first, long last, long lastRequestBefore, long lastRequest);
}
