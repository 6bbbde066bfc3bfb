using System.Runtime.InteropServices;

namespace Trawl.Cli;

/// <summary>
/// Ctrl-C, SIGTERM and a closing terminal: the first asks for a stop that saves, the second for one at once, the third
/// is the operating system's to carry out.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    /// <summary>One wish to stop may arrive twice: a process group is signalled, and its leader passes the signal on.</summary>
    private static readonly TimeSpan s_oneWish = TimeSpan.FromMilliseconds(300);

    private readonly List<PosixSignalRegistration> _registrations = [];
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;
    private readonly Action<int> _onSignal;
    private long? _last;
    private int _count;

    /// <param name="clock">Tells two wishes from one.</param>
    /// <param name="onSignal">Told of the first and the second signal, with 1 and 2.</param>
    public StopSignals(TimeProvider clock, Action<int> onSignal)
    {
        _clock = clock;
        _onSignal = onSignal;
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP])
        {
            _registrations.Add(PosixSignalRegistration.Create(signal, OnSignal));
        }
    }

    public void Dispose() => _registrations.ForEach(r => r.Dispose());

    private void OnSignal(PosixSignalContext context)
    {
        lock (_gate)
        {
            context.Cancel = _count < 2;
            if (_last is { } last && _clock.GetElapsedTime(last) < s_oneWish)
            {
                context.Cancel = true;
                return;
            }

            _last = _clock.GetTimestamp();
            _count++;
            if (_count <= 2)
            {
                _onSignal(_count);
            }
        }
    }
}
