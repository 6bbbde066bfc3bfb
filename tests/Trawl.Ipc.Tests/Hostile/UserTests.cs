using System.Diagnostics;
using System.Runtime.Versioning;
using Trawl.Ipc.Tests.Calls;
using Trawl.Ipc.Tests.Connections;

namespace Trawl.Ipc.Tests.Hostile;

/// <summary>
/// A process of another user, by setpriv(1): only root can make one, so anybody else's run checks nothing here. The folder's
/// guard is taken away first; the kernel's word on who is there has to do.
/// </summary>
[SupportedOSPlatform("linux")]
public sealed class UserTests
{
    private const string Nobody = "65534";
    private const UnixFileMode Everybody = (UnixFileMode)0x1FF;
    private static readonly bool s_isRoot = Environment.UserName == "root";

    [Fact]
    public async Task AnotherUsersClientIsRefused()
    {
        if (!s_isRoot) return;
        using var server = new TestServer();
        OpenUp(server.Endpoint);
        Assert.Equal("welcome", await ConnectAsync(server.Endpoint));
        Assert.Equal("Refused", await ConnectAsync(server.Endpoint, "setpriv", "--reuid", Nobody, "--clear-groups"));
        using var honest = server.Connect();
        Assert.True(honest.Call(Methods.Upper, "x").IsOk);
    }

    [Fact]
    public async Task AnotherUsersServerIsNotTrusted()
    {
        if (!s_isRoot) return;
        var endpoint = TestEndpoint.New();
        File.SetUnixFileMode(Path.GetDirectoryName(endpoint.Path)!, Everybody);
        var folder = Path.Combine(Path.GetDirectoryName(endpoint.Path)!, "theirs");
        using var server = Start(["setpriv", "--reuid", Nobody, "--clear-groups", .. Peer, "serve", Path.Combine(folder, "ipc.sock")]);
        Assert.Equal("ready", await server.StandardOutput.ReadLineAsync());
        Assert.Equal(IpcErrorCode.Refused, IpcConnection.Connect(IpcEndpoint.At(Path.Combine(folder, "ipc.sock"))).Error!.Code);
        server.Kill();
        await server.WaitForExitAsync();
    }

    [Fact]
    public void AFolderThatOthersMayEnterIsNoFolderForASocket()
    {
        var endpoint = TestEndpoint.New();
        File.SetUnixFileMode(Path.GetDirectoryName(endpoint.Path)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        Assert.Throws<System.ComponentModel.Win32Exception>(() => IpcServer.Listen(endpoint, new()));
    }

    private static string[] Peer => ["dotnet", Path.Combine(AppContext.BaseDirectory, "Trawl.Ipc.Peer.dll")];

    private static void OpenUp(IpcEndpoint endpoint)
    {
        File.SetUnixFileMode(endpoint.Path, Everybody);
        File.SetUnixFileMode(Path.GetDirectoryName(endpoint.Path)!, Everybody);
    }

    private static async Task<string> ConnectAsync(IpcEndpoint endpoint, params string[] before)
    {
        using var process = Start([.. before, .. Peer, "try", endpoint.Path]);
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return said.Trim();
    }

    private static Process Start(string[] command) =>
        Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, Environment = { ["DOTNET_EnableDiagnostics"] = "0", ["HOME"] = "/tmp" },
        })!;
}
