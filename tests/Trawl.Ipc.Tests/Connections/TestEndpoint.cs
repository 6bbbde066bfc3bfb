namespace Trawl.Ipc.Tests.Connections;

internal static class TestEndpoint
{
    private static readonly DirectoryInfo s_root = CreateRoot();
    private static int s_count;

    /// <summary>An endpoint nobody else has; its folder goes with this process.</summary>
    public static IpcEndpoint New() =>
        IpcEndpoint.At(Path.Combine(s_root.CreateSubdirectory($"{Interlocked.Increment(ref s_count)}").FullName, "ipc.sock"));

    private static DirectoryInfo CreateRoot()
    {
        var root = Directory.CreateTempSubdirectory("trawl-ipc-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => root.Delete(recursive: true);
        return root;
    }
}
