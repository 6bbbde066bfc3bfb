using Trawl.Ipc.Bench.Channels;

namespace Trawl.Ipc.Bench.Work;

/// <summary>
/// Bursts of 1 to 32 operations at once: 70 % tool calls, 25 % completions, 5 % streams; 1 % of all fail. The same sequence
/// in <c>node/work.mjs</c>. Every eighth burst is followed by a pause, which does not count.
/// </summary>
internal struct MixedSchedule()
{
    internal const int BurstsToAPause = 8;
    private uint _state = 12345;

    internal int NextBurst() => 1 + Chance(32);

    internal (byte Kind, bool Fails) NextOperation()
    {
        var (roll, fails) = (Chance(100), Chance(100) == 0);
        return (fails || roll < 70 ? Kind.ToolCall : roll < 95 ? Kind.Request : Kind.BatchRequest, fails);
    }

    private int Chance(int limit)
    {
        _state = (_state * 1664525) + 1013904223;
        return (int)((_state >> 16) % (uint)limit);
    }
}
