using System.Diagnostics;
using System.Text.Json.Nodes;
using Trawl.Ipc.Bench.Measuring;

namespace Trawl.Ipc.Bench.Many;

/// <summary>Many connections driven by one thread, each with one request open at a time.</summary>
internal abstract class Connections
{
    private readonly Samples _samples = new();
    private long[] _sentAt = [];
    private ulong[] _sequences = [];

    /// <summary>Orders: "many CONNECTIONS ACTIVE SECONDS", "open CONNECTIONS".</summary>
    internal int Obey() => Roles.Obey(words =>
    {
        Resize(Roles.Number(words[1]));
        return words[0] == "open" ? [] : Measure(Roles.Number(words[2]), Roles.Real(words[3]));
    });

    protected abstract void Resize(int count);

    /// <summary>Sends a message that begins with the number.</summary>
    protected abstract void Send(int connection, ulong number);

    /// <summary>Calls <see cref="Answered"/> for what has come in; waits for something if that is cheap.</summary>
    protected abstract void Receive(int active);

    protected void Answered(int connection, ulong number)
    {
        if (number != _sequences[connection]) throw new InvalidOperationException("The echo is wrong.");
        var now = Stopwatch.GetTimestamp();
        if (!_samples.IsFull) _samples.Add(now - _sentAt[connection]);
        _sequences[connection] = 0;
    }

    private JsonObject Measure(int active, double seconds)
    {
        _samples.Clear();
        (_sentAt, _sequences) = (new long[active], new ulong[active]);
        var sequence = 0UL;
        var start = Stopwatch.GetTimestamp();
        var end = start + (long)(seconds * Stopwatch.Frequency);
        while (Stopwatch.GetTimestamp() < end)
        {
            SendIdle(active, ref sequence);
            Receive(active);
        }

        var elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var count = _samples.Count;
        while (_sequences.Any(s => s != 0)) Receive(active);
        var result = _samples.Summary().ToJson();
        result["perSecond"] = Math.Round(count / elapsed);
        return result;
    }

    private void SendIdle(int active, ref ulong sequence)
    {
        for (var i = 0; i < active; i++)
        {
            if (_sequences[i] != 0) continue;
            _sequences[i] = ++sequence;
            _sentAt[i] = Stopwatch.GetTimestamp();
            Send(i, sequence);
        }
    }
}
