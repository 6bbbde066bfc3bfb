namespace Trawl.Ipc.Tests.Connections;

internal static class TestEndpoint
{
    /// <summary>An endpoint nobody else has.</summary>
    public static IpcEndpoint New() => IpcEndpoint.At(Path.Combine(Directory.CreateTempSubdirectory("trawl-ipc-").FullName, "ipc.sock"));
}
