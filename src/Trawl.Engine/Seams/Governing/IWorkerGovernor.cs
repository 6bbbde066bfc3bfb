namespace Trawl.Engine.Seams.Governing;

/// <summary>Decides how many workers a plugin may have.</summary>
public interface IWorkerGovernor
{
    /// <summary>Whether a plugin may have one more.</summary>
    /// <param name="workers">Workers it has.</param>
    /// <param name="planned">Workers at most by the pipeline; null where it says nothing.</param>
    /// <param name="memory">Bytes of memory granted to each.</param>
    bool MayAddWorker(int workers, int? planned, long memory);
}
