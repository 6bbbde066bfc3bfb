namespace Trawl.Load.Measuring;

/// <summary>
/// A folder of its own that goes away; below <c>TRAWL_LOAD_DIR</c> when it is set, on the disk to measure.
/// </summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal TemporaryFolder()
    {
        var below = Environment.GetEnvironmentVariable("TRAWL_LOAD_DIR") ?? System.IO.Path.GetTempPath();
        Path = System.IO.Path.Combine(below, "trawl-load-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Path);
    }

    internal string Path { get; }

    internal double Mebibytes =>
        Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length)
        / (double)(1 << 20);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
