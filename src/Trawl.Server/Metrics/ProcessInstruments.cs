using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Trawl.Server.Metrics;

/// <summary>What the process uses, under the names Prometheus' clients give it.</summary>
internal sealed class ProcessInstruments : IDisposable
{
    private readonly Meter _meter = new("Trawl.Process");

    public ProcessInstruments()
    {
        _meter.CreateObservableCounter("process_cpu_seconds_total", () => Read(p => p.TotalProcessorTime.TotalSeconds), "s", "CPU time used, in seconds.");
        _meter.CreateObservableGauge("process_resident_memory_bytes", () => Read(p => (double)p.WorkingSet64), "By", "Resident memory in bytes.");
        _meter.CreateObservableGauge("process_threads", () => Read(p => (double)p.Threads.Count), "{thread}", "Threads of the operating system.");
        _meter.CreateObservableGauge("process_open_fds", OpenFiles, "{file}", "Open file descriptors.");
        _meter.CreateObservableGauge("dotnet_gc_heap_bytes", () => (double)GC.GetTotalMemory(false), "By", "Bytes on the garbage-collected heap.");
        _meter.CreateObservableCounter("dotnet_gc_allocated_bytes_total", () => (double)GC.GetTotalAllocatedBytes(), "By", "Bytes allocated since the start.");
    }

    public void Dispose() => _meter.Dispose();

    private static double Read(Func<Process, double> read)
    {
        using var process = Process.GetCurrentProcess();
        return read(process);
    }

    private static double OpenFiles() =>
        OperatingSystem.IsLinux() ? Directory.EnumerateFileSystemEntries("/proc/self/fd").Count() : double.NaN;
}
