namespace Trawl.Ipc.Servers;

/// <summary>
/// How many connections there are, in all and of each process. Only one user's processes get in, so the limit on all is the
/// limit on a user.
/// </summary>
internal sealed class Admissions(int most, int mostOfProcess)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, int> _byProcess = [];
    private int _count;

    /// <summary>Why that process may have no more connections now, or null: it has one more.</summary>
    public string? Enter(int process)
    {
        lock (_lock)
        {
            var own = _byProcess.GetValueOrDefault(process);
            if (_count >= most) return $"The server has its {most} connections.";
            if (own >= mostOfProcess) return $"The process {process} has its {mostOfProcess} connections.";
            _byProcess[process] = own + 1;
            _count++;
            return null;
        }
    }

    public void Leave(int process)
    {
        lock (_lock)
        {
            _count--;
            if (--_byProcess[process] == 0) _byProcess.Remove(process);
        }
    }
}
