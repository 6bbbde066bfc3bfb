using Trawl.Engine.Seams.Store;

namespace Trawl.Engine.Seams.Outputs;

/// <summary>Keeps how far the sinks of a run are, in the run itself: as durable as its outcomes, and fenced as they are.</summary>
public interface ISinkLedger : IDisposable
{
    /// <summary>How far a sink is.</summary>
    /// <param name="sink">The sink's name in the run.</param>
    /// <exception cref="IOException">The run cannot be read.</exception>
    SinkPosition Read(string sink);

    /// <summary>Writes down how far a sink is; durable when it returns.</summary>
    /// <param name="sink">The sink's name in the run.</param>
    /// <param name="position">How far it is.</param>
    /// <exception cref="IOException">The run cannot be written.</exception>
    /// <exception cref="RunFencedException">Another engine has taken the run over since this ledger was opened.</exception>
    void Write(string sink, SinkPosition position);
}
