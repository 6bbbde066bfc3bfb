using Trawl.Ipc.Tests.Calls;

namespace Trawl.Ipc.Tests.Connections;

/// <summary>Named endpoints leave nothing when their server ends, and do not get into each other's way.</summary>
[Collection(Alone.Name)]
public sealed class NamedEndpointTests
{
    [Fact]
    public void TheFolderGoesWithItsServer()
    {
        var endpoint = Name();
        using (var server = IpcServer.Listen(endpoint, new()))
        {
            using var client = IpcConnection.Connect(endpoint).Unwrap();
            Assert.Throws<System.ComponentModel.Win32Exception>(() => IpcServer.Listen(endpoint, new()));
            Assert.True(client.IsOpen);
        }

        Assert.False(Directory.Exists(Path.GetDirectoryName(endpoint.Path)));
    }

    // What somebody else put into such a folder is not ours to delete.
    [Fact]
    public void AFolderWithSomethingInItStays()
    {
        var (foreign, next) = (Name(), Name());
        var folder = Path.GetDirectoryName(foreign.Path)!;
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "note.txt"), "mine");
        using (IpcServer.Listen(next, new())) Assert.Equal("mine", File.ReadAllText(Path.Combine(folder, "note.txt")));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task ManyServersThatComeAndGoAtOnceDoNotSweepEachOther()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 20; i++)
            {
                var endpoint = Name();
                using var server = IpcServer.Listen(endpoint, new IpcHandlers().OnInline(Methods.Upper, text => text.ToUpperInvariant()));
                using var client = IpcConnection.Connect(endpoint, new IpcOptions { HandshakeTimeout = TimeSpan.FromSeconds(20) }).Unwrap();
                Assert.Equal("X", client.Call(Methods.Upper, "x").Unwrap());
            }
        })));
    }

    private static IpcEndpoint Name() => IpcEndpoint.Named($"test-{Environment.ProcessId}-{Guid.NewGuid():N}"[..40]);
}
