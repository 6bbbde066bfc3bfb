namespace Trawl.Ipc.Bench.Racing;

/// <summary>A folder of its own that goes away; short, because the path of a Unix socket has 107 bytes.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("ipc-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
