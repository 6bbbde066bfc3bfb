using System.Diagnostics;

namespace Trawl.Ipc.Bench.Measuring;

/// <summary>The busy machine: half of the cores, one at least, are kept busy by a process that does nothing else.</summary>
internal sealed class LoadGenerator : IDisposable
{
    private readonly Process _process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["burn"])
    {
        RedirectStandardInput = true,
    })!;

    internal static int Threads => Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>The process itself: ends when its standard input does.</summary>
    internal static int Burn()
    {
        for (var i = 0; i < Threads; i++) new Thread(Spin) { IsBackground = true }.Start();
        return Console.In.Read() < 0 ? 0 : 1;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static void Spin()
    {
        for (ulong state = 1; ; state = (state * 6364136223846793005) + 1442695040888963407) _ = Volatile.Read(ref state);
    }
}
