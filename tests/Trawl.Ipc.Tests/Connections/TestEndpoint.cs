using System.Collections.Concurrent;

namespace Trawl.Ipc.Tests.Connections;

internal static class TestEndpoint
{
    private static readonly ConcurrentBag<DirectoryInfo> s_folders = [];

    static TestEndpoint() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Clear();

    /// <summary>An endpoint nobody else has; its folder goes with this process.</summary>
    public static IpcEndpoint New()
    {
        var folder = Directory.CreateTempSubdirectory("trawl-ipc-");
        s_folders.Add(folder);
        return IpcEndpoint.At(Path.Combine(folder.FullName, "ipc.sock"));
    }

    private static void Clear()
    {
        foreach (var folder in s_folders.Where(f => Directory.Exists(f.FullName)))
        {
            folder.Delete(recursive: true);
        }
    }
}
