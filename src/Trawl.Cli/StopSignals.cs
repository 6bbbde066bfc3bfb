using System.Runtime.InteropServices;

namespace Trawl.Cli;

/// <summary>
/// Ctrl-C, SIGTERM and a closing terminal: the first asks for a stop that saves, the second for one at once, the third
/// is the operating system's to carry out.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly List<PosixSignalRegistration> _registrations = [];
    private readonly Action<int> _onSignal;
    private int _count;

    /// <param name="onSignal">Told of the first and the second signal, with 1 and 2.</param>
    public StopSignals(Action<int> onSignal)
    {
        _onSignal = onSignal;
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP])
        {
            _registrations.Add(PosixSignalRegistration.Create(signal, OnSignal));
        }
    }

    /// <summary>Signals so far.</summary>
    public int Count => _count;

    public void Dispose() => _registrations.ForEach(r => r.Dispose());

    private void OnSignal(PosixSignalContext context)
    {
        var count = Interlocked.Increment(ref _count);
        if (count <= 2)
        {
            context.Cancel = true;
            _onSignal(count);
        }
    }
}
