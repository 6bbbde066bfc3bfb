namespace Trawl.Ipc.Tests.Waiting;

/// <summary>
/// The protocol of ring and bell as a state machine of single memory accesses. Stores go through a store buffer that is
/// emptied at any later moment, as on x64 and, since it may be emptied between any two steps, on everything that publishes
/// in order. A fence waits for the buffer to be empty.
/// </summary>
internal sealed class RingProtocolModel(int messages, int capacity, bool fences)
{
    /// <summary>True when every way to interleave the two ends leads to all messages read; otherwise the state they are stuck in.</summary>
    public string? FindStuckState(out int explored)
    {
        var seen = new HashSet<RingProtocolState>();
        var open = new Stack<RingProtocolState>();
        open.Push(new RingProtocolState());
        while (open.TryPop(out var state))
        {
            if (!seen.Add(state)) continue;
            var next = RingProtocolSteps.After(state, messages, capacity, fences).ToArray();
            if (next.Length == 0 && !(state.Consumed == messages && state.Produced == messages))
            {
                explored = seen.Count;
                return state.ToString();
            }

            foreach (var successor in next) open.Push(successor);
        }

        explored = seen.Count;
        return null;
    }
}
